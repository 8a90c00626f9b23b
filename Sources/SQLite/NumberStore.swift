import CSQLite

/// Numbers in SQLite's memory: what they take counts towards the limit of
/// ``Connection/setHeapLimit(bytes:)``.
///
/// Safe, for it looks at every index, and its memory ends with it.
@safe package struct NumberStore: ~Copyable {
  private var base: UnsafeMutablePointer<Double>?
  package private(set) var count = 0
  private var capacity = 0

  package init() { unsafe base = nil }

  deinit { unsafe sqlite3_free(base) }

  package mutating func append(_ number: Double) throws(FunctionFault) {
    if count == capacity { try grow() }
    unsafe base?[count] = number
    count += 1
  }

  private mutating func grow() throws(FunctionFault) {
    let wanted = max(64, capacity * 2)
    let size = UInt64(wanted * MemoryLayout<Double>.stride)
    guard let larger = unsafe sqlite3_realloc64(base, size) else { throw .outOfMemory }
    unsafe base = larger.bindMemory(to: Double.self, capacity: wanted)
    capacity = wanted
  }

  /// The number that stands at a place, from 0, when they are in order.
  ///
  /// Afterwards it stands there, nothing greater before it, nothing smaller behind. The time grows
  /// as the count, whatever the numbers: the pivots are drawn by lot, the answer is none of them.
  package mutating func number(at place: Int) -> Double {
    precondition(place >= 0 && place < count)
    guard let base = unsafe base else { return .nan }
    var (low, high) = (0, count - 1)
    while low < high {
      let pivot = unsafe base[Int.random(in: low...high)]
      var (less, index, greater) = (low, low, high)
      while index <= greater {
        let number = unsafe base[index]
        if number < pivot {
          unsafe base[index] = unsafe base[less]
          unsafe base[less] = number
          less += 1
          index += 1
        } else if number > pivot {
          unsafe base[index] = unsafe base[greater]
          unsafe base[greater] = number
          greater -= 1
        } else {
          index += 1
        }
      }
      if place < less {
        high = less - 1
      } else if place > greater {
        low = greater + 1
      } else {
        return pivot
      }
    }
    return unsafe base[low]
  }

  /// The smallest number from a place on.
  package func smallest(from place: Int) -> Double {
    precondition(place >= 0 && place < count)
    guard let base = unsafe base else { return .nan }
    var smallest = unsafe base[place]
    for index in place..<count { smallest = min(smallest, unsafe base[index]) }
    return smallest
  }
}
