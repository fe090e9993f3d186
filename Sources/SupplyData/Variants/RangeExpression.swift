import Foundation
public import TextFiles

/// Reads what `--vary` takes: a change as of `--set`, with a range `LOW..HIGH` for its number.
///
/// ```swift
/// let range = try RangeExpression("tariffs[layer=reciprocal].rate*=0..2")
/// let patch = try range.patch(at: 0.83)
/// ```
public struct RangeExpression: Sendable, Equatable {
  /// What the number does to the cells.
  public enum Operation: String, Sendable, Codable {
    /// The cells take it.
    case set = "="
    /// The cells are multiplied by it.
    case scale = "*="
    /// It is added to the cells.
    case add = "+="
  }

  /// The expression as it was written.
  public let text: String
  /// The table's name; `settings` for `plan.yaml`.
  public let table: String
  /// The column.
  public let column: String
  /// What a row must be, as column and value.
  public let conditions: [Condition]
  /// What the number does.
  public let operation: Operation
  /// The least number.
  public let low: Double
  /// The greatest number.
  public let high: Double

  /// What a row must be.
  public struct Condition: Sendable, Equatable {
    /// The column.
    public let column: String
    /// The value, or a selector.
    public let value: String
  }

  private let template: Patch

  /// Reads an expression.
  ///
  /// - Throws: a fault where it is no change, has no range, or one that is empty or the wrong way round.
  public init(_ text: String) throws(Faults) {
    self.text = text
    let place = Patch.Place(file: "--vary '\(text)'")
    func refusal(_ cause: String, _ cure: String) -> Faults {
      Faults([Fault(file: place.file, cause: cause, cure: cure)])
    }
    let example = "Write it like 'tariffs[layer=reciprocal].rate*=0..2'."
    guard let sign = text.lastIndex(of: "="), let dots = text[sign...].range(of: "..") else {
      throw refusal("a range LOW..HIGH is expected after the operator", example)
    }
    let head = text[...sign]
    if head.hasSuffix("-=") {
      throw refusal("'-=' takes no range", "Write '+=' with the signs reversed.")
    }
    let words = [text[text.index(after: sign)..<dots.lowerBound], text[dots.upperBound...]]
    let isShare = Self.isOfShare(head)
    var numbers: [Double] = []
    var faults: [Fault] = []
    for word in words.map({ trimmed($0) }) {
      do throws(Refusal) {
        numbers.append(try NumberText.number(word, percent: isShare))
      } catch {
        faults.append(Fault(file: place.file, cause: error.cause, cure: error.cure))
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
    guard numbers[0] < numbers[1] else {
      throw refusal(
        "the range \(words[0])..\(words[1]) is \(numbers[0] == numbers[1] ? "empty" : "reversed")",
        "Write the smaller number first.")
    }
    var patch: Patch
    do throws(Faults) {
      patch = try SetExpression.patch("\(head)\(words[0])")
    } catch {
      throw Faults(
        error.all.map { Fault(file: place.file, cause: $0.cause, cure: example) })
    }
    guard let field = patch.fields.last else { throw refusal("a column is expected", example) }
    patch.place = place
    patch.conditions = patch.conditions.map {
      Patch.Field(column: $0.column, value: $0.value, place: place)
    }
    template = patch
    table = patch.table
    column = field.column
    conditions = patch.conditions.map { Condition(column: $0.column, value: $0.value) }
    operation =
      switch patch.action {
      case .scale: .scale
      case .add: .add
      case .set, .insert, .delete: .set
      }
    (low, high) = (numbers[0], numbers[1])
  }

  /// Whether what stands before the range, such as `tariffs.rate=`, takes a percentage: a number that multiplies does, and
  /// one of a column of shares.
  private static func isOfShare(_ head: Substring) -> Bool {
    if head.hasSuffix("*=") { return true }
    guard let patch = try? SetExpression.patch("\(head)0"), let field = patch.fields.last else {
      return false
    }
    let kind = patch.conditions.first { $0.column == "kind" }?.value ?? ""
    return TableSchema.takesPercent(field.column, of: patch.table, kind: kind)
  }

  /// The change with a number of the range.
  public func patch(at value: Double) -> Patch {
    var patch = template
    let field = Patch.Field(
      column: column, value: NumberText.text(of: value, digits: 17), place: patch.place)
    patch.action =
      switch operation {
      case .set: .set([field])
      case .scale: .scale([field])
      case .add: .add([field])
      }
    return patch
  }

  /// The number at which the dataset is as it is; `nil` where cells are set that differ from one another, or are empty.
  public func current(in source: DatasetSource) -> Double? {
    switch operation {
    case .scale: return 1
    case .add: return 0
    case .set: break
    }
    var cells: Set<String> = []
    for value in [low, high] {
      guard let patched = try? source.patched(by: [patch(at: value)]) else { return nil }
      for change in patched.changes {
        guard let place = change.columns.firstIndex(of: column), let old = change.old else {
          return nil
        }
        cells.insert(old[place])
      }
    }
    guard cells.count == 1, let cell = cells.first else { return nil }
    return try? NumberText.number(cell, percent: true)
  }
}
