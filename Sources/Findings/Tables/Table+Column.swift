extension Table {
  /// A property of the rows.
  public struct Column: Sendable {
    /// What its cells are, but for those that are missing.
    public enum Kind: Sendable, Equatable {
      /// Words, ids and flags; or nothing is known of the cells, which say themselves what they are.
      case text
      /// Whole numbers.
      case whole
      /// Numbers in a unit; where it is empty the title says it.
      case number(unit: String)
      /// Money in a currency.
      case money(currency: String)
      /// Shares, from 0 to 1.
      case share
    }

    /// Whom it is for.
    public enum Audience: Sendable, Equatable {
      case all
      /// For those who look at it: what programs get in columns of their own.
      case readers
      /// For what goes on with it.
      case programs
    }

    /// Its name for programs, in lower case with underscores; of numbers with their unit.
    public let name: String
    /// Its head for readers.
    public let title: String
    /// What a cell says, with its unit.
    public let meaning: String
    /// What its cells are.
    public let kind: Kind
    /// Whether readers see its cells flush right, as numbers are.
    public var isFlushRight: Bool
    /// Whom it is for.
    public var audience: Audience
    /// What readers see where there is no such figure.
    public var missing: String
    /// How readers see its numbers.
    private let format: @Sendable (Double) -> String

    /// A column for programs.
    public init(_ name: String, _ meaning: String = "") {
      self.init(name: name, title: name, meaning: meaning, kind: .text) { "\($0)" }
      audience = .programs
    }

    /// - Parameters:
    ///   - name: its name for programs; made of the title and the unit where `nil`.
    ///   - format: how readers see its numbers.
    public init(
      name: String? = nil, title: String, meaning: String = "", kind: Kind, missing: String = "–",
      format: @escaping @Sendable (Double) -> String
    ) {
      self.name = name ?? Self.name(title: title, kind: kind)
      self.title = title
      self.meaning = meaning
      self.kind = kind
      self.missing = missing
      self.format = format
      isFlushRight =
        switch kind {
        case .text: false
        case .whole, .number, .money, .share: true
        }
      audience = .all
    }

    /// The column, for some alone.
    public func only(for audience: Audience) -> Column {
      var column = self
      column.audience = audience
      return column
    }

    /// What readers see of a cell.
    func text(of cell: Cell) -> String {
      switch cell {
      case .text(let text): text
      case .number(let number): format(number)
      case .whole(let number): format(Double(number))
      case .flag(let flag): flag ? "yes" : "no"
      case .missing: missing
      case .shown(_, let text): text
      }
    }

    /// `Cost a year` in dollars becomes `cost_a_year_usd`.
    private static func name(title: String, kind: Kind) -> String {
      let unit =
        switch kind {
        case .text, .whole: ""
        case .number(let unit): unit
        case .money(let currency): currency
        case .share: "share"
        }
      let words = words(title)
      let last = Self.words(unit)
      return (words.contains(last.joined(separator: " ")) ? words : words + last)
        .joined(separator: "_")
    }

    private static func words(_ text: String) -> [String] {
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
  }
}
