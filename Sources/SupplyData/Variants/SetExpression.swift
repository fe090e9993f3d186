public import TextFiles

/// Reads what `--set` takes: `TABLE[COLUMN=VALUE,…].COLUMN OPERATOR VALUE`.
///
/// The operators are `=`, `*=`, `+=` and `-=`. A value that holds `,`, `]` or blanks at an end stands
/// in double quotes; a quote inside is written twice.
public struct SetExpression {
  private let text: String
  private let place: Patch.Place
  private var rest: Substring

  private init(_ text: String) {
    self.text = text
    place = Patch.Place(file: "--set '\(text)'")
    rest = Substring(text)
  }

  /// The patch that `text` writes.
  public static func patch(_ text: String) throws(Faults) -> Patch {
    var expression = SetExpression(text)
    return try expression.patch()
  }

  private mutating func patch() throws(Faults) -> Patch {
    let table = try name("the name of a table")
    var conditions: [Patch.Field] = []
    if take("[") {
      repeat {
        let column = try name("the name of a column")
        guard take("=") else { throw refusal("'=' is expected") }
        conditions.append(
          Patch.Field(column: column, value: try value(until: ",]"), place: place))
      } while take(",")
      guard take("]") else { throw refusal("']' is expected") }
    }
    guard take(".") else { throw refusal("'.' and a column are expected") }
    let column = try name("the name of a column", extra: ".")
    let action = try action()
    let field = Patch.Field(column: column, value: try value(until: ""), place: place)
    if !rest.isEmpty { throw refusal("nothing more is expected") }
    return Patch(
      table: table, conditions: conditions, action: try action(field), place: place)
  }

  private mutating func action() throws(Faults) -> (Patch.Field) throws(Faults) -> Patch.Action {
    if take("=") { return { .set([$0]) } }
    if take("*=") { return { .scale([$0]) } }
    if take("+=") { return { .add([$0]) } }
    guard take("-=") else { throw refusal("'=', '*=', '+=' or '-=' is expected") }
    let place = place
    return { field throws(Faults) in
      guard (try? NumberText.number(field.value, percent: true)) != nil else {
        throw Faults([
          Fault(
            file: place.file, cause: "\(quoted(field.value)) is not a number",
            cure: "Write a decimal number such as 12, 0.5 or 1.5e3.")
        ])
      }
      var negated = field
      negated.value =
        switch field.value.first {
        case "-": String(field.value.dropFirst())
        case "+": "-" + field.value.dropFirst()
        default: "-" + field.value
        }
      return .add([negated])
    }
  }

  private mutating func name(_ what: String, extra: String = "") throws(Faults) -> String {
    skipBlanks()
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || extra.contains($0) }
    guard !name.isEmpty else { throw refusal("\(what) is expected") }
    rest = rest.dropFirst(name.count)
    return String(name)
  }

  private mutating func value(until ends: String) throws(Faults) -> String {
    skipBlanks()
    guard rest.first == "\"" else {
      let value = rest.prefix { !ends.contains($0) }
      rest = rest.dropFirst(value.count)
      return trimmed(value)
    }
    rest.removeFirst()
    var value = ""
    while let next = rest.popFirst() {
      if next == "\"" {
        guard rest.first == "\"" else {
          skipBlanks()
          return value
        }
        rest.removeFirst()
      }
      value.append(next)
    }
    throw refusal("a quote is not closed")
  }

  private mutating func take(_ token: String) -> Bool {
    skipBlanks()
    guard rest.hasPrefix(token) else { return false }
    rest = rest.dropFirst(token.count)
    return true
  }

  private mutating func skipBlanks() {
    while rest.first?.isWhitespace == true { rest.removeFirst() }
  }

  private func refusal(_ cause: String) -> Faults {
    let spot = rest.isEmpty ? "at its end" : "before \(quoted(rest))"
    return Faults([
      Fault(
        file: place.file, cause: "\(cause) \(spot)",
        cure: "Write it like 'tariffs[layer=reciprocal,origin=CN].rate*=1.5'.")
    ])
  }
}
