import TextFiles

extension RowReader {
  /// A number that the rule allows, or `standard` where the cell is empty; without a standard the
  /// cell may not be empty.
  func number(_ column: String, _ rule: NumberRule = .nonnegative, or standard: Double? = nil)
    -> Double
  {
    if let standard, text(column) == nil { return standard }
    guard let written = required(column) else { return standard ?? 0 }
    do {
      let number = try NumberText.number(written, percent: rule.takesPercent)
      if rule.allows(number) { return number }
      refuse(
        column, "'\(column)' is \(quoted(written)); it must be \(rule.words)",
        rule.cure(for: number))
    } catch {
      refuse(column, "'\(column)': \(error.cause)", error.cure)
    }
    return standard ?? 0
  }

  /// A number that the rule allows, or `nil` where the cell is empty.
  func optionalNumber(_ column: String, _ rule: NumberRule = .nonnegative) -> Double? {
    text(column) == nil ? nil : number(column, rule)
  }

  /// The most things that a count may say: sums of counts stay exact and far from what an integer
  /// can hold.
  static let mostCounted = 1_000_000

  /// A whole number of things in a range.
  func count(
    _ column: String, _ range: ClosedRange<Int> = 0...mostCounted, or standard: Int? = nil
  ) -> Int {
    if let standard, text(column) == nil { return standard }
    let least = range.lowerBound
    let rule =
      least == 0
      ? .nonnegative
      : NumberRule(range: Double(least)...NumberText.limit, words: "at least \(least)")
    let number = number(column, rule, or: standard.map(Double.init))
    guard number == number.rounded(), number <= Double(range.upperBound) else {
      refuse(
        column,
        "'\(column)' is \(quoted(text(column) ?? "")); it must be a whole number up to "
          + "\(range.upperBound)", "Write a whole number.")
      return least
    }
    return max(least, Int(number))
  }

  /// One of the cases of an enumeration, or `standard` where the cell is empty.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ column: String, _ type: Choice.Type = Choice.self, or standard: Choice? = nil
  ) -> Choice? where Choice.RawValue == String {
    if let standard, text(column) == nil { return standard }
    guard let written = required(column) else { return standard }
    if let choice = Choice(rawValue: written) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    refuse(
      column, "'\(column)' is \(quoted(written)); it must be \(enumeration(names))",
      Suggestion.cure(
        for: written, among: names, otherwise: "Write \(enumeration(names))."))
    return standard
  }

  /// The name shown: the cell, or the id where it is empty.
  func name(or id: String) -> String { text("name") ?? id }

  /// A name that other rows and selectors may refer to; empty, and a fault, where it cannot be one.
  func identifier(_ column: String, noun: String) -> String {
    guard let written = required(column) else { return "" }
    if let refusal = Identifier.refusal(of: written, noun: noun) {
      refuse(column, refusal.cause, refusal.cure)
    }
    return written
  }

  /// The id that this row defines, unique in `index`.
  func newIdentifier(_ column: String, in index: IdIndex, differingFrom other: IdIndex? = nil)
    -> String
  {
    let id = identifier(column, noun: index.noun)
    guard !id.isEmpty else { return id }
    if let line = index.add(id, line: line) {
      refuse(
        column, "\(index.noun) \(quoted(id)) is already defined in line \(line)",
        "Delete one of the rows, or give it another id.")
    } else if let other, let line = other.line(of: id) {
      refuse(
        column, "\(quoted(id)) is already the id of a \(other.noun) (\(other.file), line \(line))",
        "Give one of them another id: lanes and selectors tell them apart only by id.")
    }
    return id
  }

  /// The id of something defined elsewhere.
  func reference(_ column: String, to index: IdIndex) -> String {
    guard let written = required(column) else { return "" }
    if let id = index.canonical(written) { return id }
    if index.isComplete {
      refuse(
        column, "there is no \(index.noun) \(quoted(written))", index.cure(for: written))
    } else {
      setAside()
    }
    return written
  }

  /// The id of something defined elsewhere; `nil` where the cell is empty.
  func optionalReference(_ column: String, to index: IdIndex) -> String? {
    text(column) == nil ? nil : reference(column, to: index)
  }

  /// The id of something defined elsewhere; `nil` for `*`, and where the cell is empty if that
  /// means `*`.
  func referenceOrAll(_ column: String, to index: IdIndex, emptyIsAll: Bool = true) -> String? {
    if emptyIsAll, text(column) == nil { return nil }
    guard text(column) != "*" else { return nil }
    return reference(column, to: index)
  }
}
