/// Other names for what the library `Legation` has under the same names in public.
///
/// It cannot say `Registry.Change` for ours: `Registry` is a type in both modules, not this module.
package typealias CoreRegistry = Registry
package typealias CoreChange = Change
package typealias CoreError = RegistryError
package typealias CoreDate = PartialDate
package typealias CoreLanguage = Language
package typealias CoreKind = RecordKind
package typealias CoreField = Field
package typealias CoreFacts = Facts
package typealias CoreTableEffect = TableEffect
