import TextFiles

/// Ids of a dataset as symbols of a MathProg data section.
///
/// GLPK reads symbols of at most 100 bytes without control characters, other than the single point. Where an id is
/// none, a short alias stands for it; an alias is never an id of the dataset, and the same id has the same alias in
/// every table.
struct MathProgSymbols {
  /// Most bytes of a symbol (`MAX_LENGTH` in GLPK's `glpmpl.h`).
  private static let longest = 100

  /// The aliases with what they stand for, in the order in which the ids were met.
  private(set) var aliases: [(alias: String, id: String)] = []
  private var aliasOfID: [String: String] = [:]

  /// Looks for ids that cannot be symbols.
  init(ids: [String]) {
    let taken = Set(ids)
    var number = 0
    for id in ids where !Self.canBeSymbol(id) && aliasOfID[id] == nil {
      var alias: String
      repeat {
        number += 1
        alias = "alias\(number)"
      } while taken.contains(alias)
      aliasOfID[id] = alias
      aliases.append((alias, id))
    }
  }

  /// What stands for `id` in a data section, quoted where it must be.
  func callAsFunction(_ id: String) -> String { Self.quoted(aliasOfID[id] ?? id) }

  /// `text` as a comment may hold it: control characters as their code points.
  static func comment(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { line, scalar in
      if isControl(scalar) {
        line += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        line.unicodeScalars.append(scalar)
      }
    }
  }

  /// A word stays as it is; anything else, a number above all, is quoted so that it is read as text.
  static func quoted(_ symbol: String) -> String {
    if isWord(symbol) { return symbol }
    return "'" + symbol.replacing(scalar: "'", with: "''") + "'"
  }

  private static func canBeSymbol(_ id: String) -> Bool {
    // A point asks for the default value in a table, quoted or not.
    !id.isEmpty && id != "." && id.utf8.count <= longest
      && !id.unicodeScalars.contains(where: isControl)
  }

  private static func isWord(_ symbol: String) -> Bool {
    guard let first = symbol.utf8.first, isLetter(first) else { return false }
    return symbol.utf8.allSatisfy {
      isLetter($0) || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
        || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control
  }
}
