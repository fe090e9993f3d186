/// Names of the columns and rows of a program that every reader of LP and MPS files takes.
///
/// Only ASCII letters, digits and `_ . ( ) ,` are left; brackets become parentheses and all else an
/// underscore. A name that a reader could take for a number, an exponent or a keyword gets a letter
/// in front, one of more than 96 characters ends in a hash of the whole, and one that is taken gets a
/// number. The result depends on the program alone.
struct ExportNames {
  /// CBC refuses names of over 100 characters in LP files; some are left for numbers.
  private static let longest = 90

  /// Name of each column.
  let columns: [String]
  /// Name of each row.
  let rows: [String]
  /// Name for the upper bound of each row that has two different ones.
  let upperRows: [Int: String]
  /// Name of the objective, which no row has.
  let objective = "cost"
  /// Name of the column that stands in where the format asks for one and there is none.
  let nothing = "nothing"

  init(_ program: LinearProgram) {
    columns = Self.unique(program.columns.map(\.name), prefix: "x_", taken: [nothing])
    let twoSided = program.rows.indices.filter { program.rows[$0].isTwoSided }
    let all = Self.unique(
      program.rows.map(\.name) + twoSided.map { program.rows[$0].name + ".upper" }, prefix: "r_",
      taken: [objective, nothing])
    rows = Array(all.prefix(program.rows.count))
    upperRows = Dictionary(
      uniqueKeysWithValues: zip(twoSided, all.dropFirst(program.rows.count)))
  }

  /// A name of the program for one line of a header.
  static func title(_ name: String) -> String {
    name.isEmpty ? "program" : sanitised(name, prefix: "p_")
  }

  private static func unique(_ names: [String], prefix: String, taken: Set<String>) -> [String] {
    var taken = taken
    taken.reserveCapacity(names.count)
    var nextNumber: [String: Int] = [:]
    return names.map { name in
      let safe = sanitised(name, prefix: prefix)
      if taken.insert(safe).inserted { return safe }
      var number = nextNumber[safe] ?? 2
      while !taken.insert("\(safe)_\(number)").inserted { number += 1 }
      nextNumber[safe] = number + 1
      return "\(safe)_\(number)"
    }
  }

  private static func sanitised(_ name: String, prefix: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", ".", "(", ")", ",":
        bytes.append(UInt8(scalar.value))
      case "[": bytes.append(UInt8(ascii: "("))
      case "]": bytes.append(UInt8(ascii: ")"))
      default: bytes.append(UInt8(ascii: "_"))
      }
    }
    var safe = String(decoding: bytes, as: UTF8.self)
    if needsPrefix(safe) { safe = prefix + safe }
    if safe.utf8.count > longest {
      safe = String(safe.prefix(longest - 17)) + "_" + hash(name)
    }
    return safe
  }

  private static func needsPrefix(_ name: String) -> Bool {
    guard let first = name.utf8.first else { return true }
    let isLetter = (65...90).contains(first) || (97...122).contains(first)
    if !isLetter { return true }
    // `e1`, `E`, `ee2` and the like may be read as the exponent of the number before them.
    if first == UInt8(ascii: "e") || first == UInt8(ascii: "E") {
      let second = name.utf8.dropFirst().first ?? UInt8(ascii: "e")
      let isExponent = (48...57).contains(second) || second == UInt8(ascii: ".")
      if isExponent || second == UInt8(ascii: "e") || second == UInt8(ascii: "E") { return true }
    }
    return keywords.contains(name.lowercased())
  }

  private static let keywords: Set<String> = [
    "max", "maximise", "maximize", "maximum", "min", "minimise", "minimize", "minimum", "subject",
    "such", "st", "s.t.", "st.", "to", "that", "bound", "bounds", "free", "inf", "infinity", "nan",
    "general", "generals", "gen", "integer", "integers", "int", "binary", "binaries", "bin", "semi",
    "semis", "sin", "sec", "sos", "sos1", "sos2", "s1", "s2", "end",
  ]

  /// FNV-1a with 64 bits, in 16 hexadecimal digits.
  private static func hash(_ name: String) -> String {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension LinearProgram.Row {
  /// Whether both bounds are finite and differ.
  var isTwoSided: Bool { lower.isFinite && upper.isFinite && lower != upper }
}

extension Double {
  /// The shortest text that reads back as the same number, without a trailing `.0`.
  var exportText: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
