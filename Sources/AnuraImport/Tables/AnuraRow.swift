import Findings
import TextFiles

/// A row of a table: reads its cells by column, and says what is wrong with them.
///
/// Every method answers with a value even where the cell is wrong, so that one reading finds all
/// faults. What is read counts as used.
struct AnuraRow {
  let table: AnuraTable
  let index: Int

  init(_ table: AnuraTable, _ index: Int) {
    self.table = table
    self.index = index
  }

  /// The row's line in its file.
  var line: Int { table.line(ofRow: index) }

  /// The text of a cell without any effect; `nil` where it is empty.
  func peek(_ column: String) -> String? { table.cell(table.index(of: column), row: index) }

  /// The text of a cell; `nil` where it is empty.
  func text(_ column: String) -> String? {
    use(column)
    return peek(column)
  }

  /// The text of a cell that may not be empty; `nil`, and a fault, where it is.
  func required(_ column: String) -> String? {
    if let text = text(column) { return text }
    refuse(column, "'\(column)' is empty", "Fill it in, or set the row's Status to Exclude.")
    return nil
  }

  /// A number from `least` on; `nil` where the cell is empty, and, with a fault, where it is none.
  func number(_ column: String, least: Double = 0, most: Double = 1e15) -> Double? {
    guard let written = text(column) else { return nil }
    do throws(Refusal) {
      let number = try plainNumber(written)
      if (least...most).contains(number) { return number }
      let range = most < 1e15 ? "between \(least) and \(most)" : "at least \(least)"
      refuse(
        column, "'\(column)' is \(quoted(written)); it must be \(range)",
        "Write a number \(most < 1e15 ? range : "of " + range).")
    } catch {
      refuse(column, "'\(column)': \(error.cause)", error.cure)
    }
    return nil
  }

  /// One of the keywords; the first where the cell is empty or, with a fault, is none of them.
  func choice(_ column: String, _ choices: [String]) -> String {
    let first = choices.first ?? ""
    guard let written = text(column) else { return first }
    if let choice = choices.first(where: { AnuraKey.of($0) == AnuraKey.of(written) }) {
      return choice
    }
    refuse(
      column, "'\(column)' is \(quoted(written))", "Write \(enumeration(choices)).")
    return first
  }

  // MARK: What becomes of it

  /// The meaning of the cells stands in the dataset.
  func use(_ columns: String...) {
    for column in columns { table.use(table.index(of: column), row: index) }
  }

  /// The row names something that is excluded, so that Anura leaves it out too.
  func exclude() { table.end(row: index, as: .excluded) }

  /// The row is not taken over, for the reason given.
  func leaveOut(_ reason: String) {
    table.end(row: index, as: .leftOut)
    table.account.add(.leftOut, table.name, "", reason, row: line)
  }

  /// The cell is not taken over, for the reason given; without a value there is nothing to tell.
  func drop(_ column: String, _ reason: String) {
    guard peek(column) != nil else { return }
    use(column)
    table.account.add(.leftOut, table.name, column, reason, row: line)
  }

  /// The cell is taken over in another form than it has in Anura.
  func approximate(_ column: String, _ reason: String) {
    table.account.add(.approximated, table.name, column, reason, row: line)
  }

  /// Something had to be chosen that the row does not say.
  func assume(_ column: String, _ reason: String) {
    table.account.add(.assumed, table.name, column, reason, row: line)
  }

  /// Reports that a cell is wrong.
  func refuse(_ column: String?, _ cause: String, _ cure: String) {
    table.refuse(row: index, column: column, cause, cure)
  }
}
