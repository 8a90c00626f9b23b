import ArgumentParser
import CSystem
import Files
import Formats
import Registry

@main
enum Main {
  static func main() {
    // A closed pipe is seen as an error of the write, and a file-size limit as one too.
    system_ignore(SIGPIPE)
    system_ignore(SIGXFSZ)
    Interrupt.arm()
    holdStandardDescriptors()
    let arguments = readArguments()
    // Nothing is read for it.
    if arguments == ["--version"] { exit(UsageMistake.write(Registry.version)) }
    var asked: (any ParsableCommand.Type)?
    do {
      var command = try CommandWords.parse(arguments)
      asked = type(of: command)
      // Whatever comes of it: what a killed program had left was another's.
      defer { Failure.tellLeftovers() }
      try command.run()
    } catch let error as KeptError {
      exit(Failure.report(error.refusal))
    } catch let refusal as RegistryError {
      exit(
        Failure.report(
          Interrupt.isAsked ? .cancelled : refusal, to: asked.map(CommandOptions.init(of:))))
    } catch let error as FileError {
      exit(
        Failure.report(RegistryError(error), to: asked.map(CommandOptions.init(of:))))
    } catch let error as OutputError {
      exit(Failure.report(error))
    } catch {
      exit(UsageMistake.report(error))
    }
  }

  /// A standard descriptor that whoever started the program has closed is held by something that
  /// refuses to be used, before a file gets its number and an answer lands in it.
  private static func holdStandardDescriptors() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where system_fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is taken.
      _ = system_open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY, 0)
    }
  }

  /// The arguments, each checked to be text: Swift would repair bytes that are no UTF-8, and
  /// the registry would keep what nobody wrote.
  private static func readArguments() -> [String] {
    let given = (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      CommandLine.unsafeArgv[index].map {
        UnsafeRawBufferPointer(start: $0, count: strlen($0))
      }
    }
    // Help and mistakes come before the options are read, and are in the language asked for.
    if let language = GlobalOptions.language(in: given.map { String(decoding: $0, as: UTF8.self) })
    {
      Environment.choose { $0.language = language }
    }
    return given.enumerated().map { index, bytes in
      guard let text = String(validating: bytes, as: UTF8.self) else {
        exit(Failure.report(notText(index + 1, bytes)))
      }
      return text
    }
  }

  private static func notText(_ place: Int, _ bytes: UnsafeRawBufferPointer) -> RegistryError {
    let repaired = String(decoding: bytes, as: UTF8.self)
    return RegistryError(
      .invalidValue,
      Sentence(
        "Argument \(place) is not UTF-8 text: \(repaired).",
        vi: "Tham số \(place) không phải văn bản UTF-8: \(repaired)."),
      hint: Sentence(
        "Set the terminal to UTF-8.", vi: "Hãy đặt bảng mã của cửa sổ dòng lệnh là UTF-8."))
  }
}
