import TextFiles

extension Table {
  /// What a cell holds.
  public enum Cell: Sendable, Equatable {
    /// Words, a name or an id.
    case text(String)
    /// A number in the unit of its column: a quantity, money, or a share from 0 to 1.
    case number(Double)
    case whole(Int)
    case flag(Bool)
    /// There is no such figure.
    case missing
    /// What readers see otherwise than their column would show it, such as `at most 5 %`.
    indirect case shown(Cell, as: String)

    /// A number, or nothing.
    public init(_ number: Double?) { self = number.map(Cell.number) ?? .missing }
    /// A text, or nothing.
    public init(_ text: String?) { self = text.map(Cell.text) ?? .missing }

    /// As programs read it: empty where there is nothing, numbers as the shortest text that reads back the same, and no text that a
    /// spreadsheet takes for a formula.
    var text: String {
      switch self {
      case .text(let text): InertTable.cell(text)
      case .number(let number): NumberText.text(number)
      case .whole(let number): String(number)
      case .flag(let flag): flag ? "true" : "false"
      case .missing: ""
      case .shown(let cell, _): cell.text
      }
    }
  }
}
