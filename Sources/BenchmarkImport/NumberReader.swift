import DatasetWriting
import TextFiles

/// Takes numbers from a file one after the other, and notes every one that is wrong.
struct NumberReader {
  /// What numbers a place takes.
  enum Rule {
    /// 0 or more.
    case nonnegative
    /// More than 0.
    case positive
  }

  private let file: NumberFile
  private var next = 0
  private let log = FaultLog()
  private var isShort = false

  /// Begins with the first number of `file`.
  init(_ file: NumberFile) { self.file = file }

  /// The word that comes next; `nil` at the end of the file.
  var peeked: String? { next < file.words.count ? file.words[next].text : nil }

  /// How many words are left.
  var left: Int { file.words.count - next }

  /// Passes the next word.
  mutating func skip() { next = min(next + 1, file.words.count) }

  /// The next number, which is `meaning`; 1 stands in for one that is wrong.
  mutating func number(_ meaning: @autoclosure () -> String, _ rule: Rule = .nonnegative)
    -> Double
  {
    guard next < file.words.count else {
      noteEnd(meaning())
      return 1
    }
    defer { next += 1 }
    do throws(Refusal) {
      let value = try plainNumber(file.words[next].text)
      switch rule {
      case .nonnegative where value < 0:
        note("\(meaning()) is \(quoted(file.words[next].text))", "Write a number of 0 or more.")
      case .positive where !(value > 0):
        note("\(meaning()) is \(quoted(file.words[next].text))", "Write a number above 0.")
      default: return value
      }
    } catch {
      note("\(meaning()): \(error.cause)", error.cure)
    }
    return 1
  }

  /// The next number, which counts something; `nil` where it does not.
  mutating func count(_ meaning: String) -> Int? {
    guard next < file.words.count else {
      noteEnd(meaning)
      return nil
    }
    defer { next += 1 }
    guard let value = try? plainNumber(file.words[next].text), value >= 1, value <= 1e6,
      value == value.rounded()
    else {
      note(
        "\(meaning) is \(quoted(file.words[next].text))",
        "Write a whole number from 1 to 1000000.")
      return nil
    }
    return Int(value)
  }

  /// Notes a fault of the next word.
  func note(_ cause: String, _ cure: String) {
    guard !log.isFull(file.name), next < file.words.count else {
      log.count(file.name, .error)
      return
    }
    let word = file.words[next]
    log.add(
      Fault(file: file.name, line: word.line, column: word.column, cause: cause, cure: cure))
  }

  /// Notes a fault of the file as a whole.
  func noteWhole(_ cause: String, _ cure: String) {
    log.add(Fault(file: file.name, cause: cause, cure: cure))
  }

  /// Says that there is nothing after the last number; a file that ended early has said enough.
  func noteSurplus(after meaning: String) {
    guard !isShort, left > 0 else { return }
    note(
      "\(left == 1 ? "a word follows" : "\(left) words follow") after \(meaning)",
      "Check the counts in the first line, and delete what is surplus.")
  }

  /// Throws everything noted.
  func finish() throws(Faults) {
    let faults = log.all()
    if !faults.isEmpty { throw Faults(faults) }
  }

  private mutating func noteEnd(_ meaning: String) {
    guard !isShort else { return }
    isShort = true
    log.add(
      Fault(
        file: file.name, line: file.lines, cause: "the file ends before \(meaning)",
        cure: "Check the counts in the first line, and add what is missing."))
  }
}

extension NumberReader {
  /// Whether the file has ended before everything was read.
  var hasEnded: Bool { isShort }

  /// Everything noted.
  var faults: Faults { Faults(log.all()) }

  /// Throws where the capacities of a stage are below the demand: the published problem has no solution then.
  func refuseShortage(_ stage: String, _ capacities: [Double], _ demands: [Double])
    throws(Faults)
  {
    let (room, demand) = (capacities.reduce(0, +), demands.reduce(0, +))
    guard demand > room * (1 + 1e-12) else { return }
    noteWhole(
      "\(stage) together can serve \(DatasetDraft.number(room)), but demand is \(DatasetDraft.number(demand))",
      "Check capacities and demands: the problem requires all demand to be served.")
    throw faults
  }

  /// What is wrong with numbers that no cost of a shortage can be found for.
  var tooFine: Faults {
    noteWhole(
      "capacities and demands have more than nine decimals, or too many digits to combine with the costs",
      "Round them, or choose another unit: up to fifteen digits in all are exact.")
    return faults
  }
}
