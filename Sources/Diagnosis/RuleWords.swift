import Findings
import SupplyData
import SupplyPlan
import TextFiles

/// Rules in words, with where they stand.
struct RuleWords {
  let book: RuleBook

  /// The row of a rule.
  ///
  /// - Parameter period: the period in which alone it matters, by its place.
  func row(_ rule: Rule, period: Int? = nil) -> DiagnosisRecord.Row {
    let says = says(rule, book.value(of: rule))
    let dataset = book.dataset
    switch rule {
    case .constraint(let place):
      let constraint = dataset.constraints[place]
      return DiagnosisRecord.Row(
        file: "constraints.csv", line: constraint.line, id: constraint.id, says: says,
        period: period.map { dataset.settings.periods[$0].id } ?? constraint.period)
    case .decision(let place):
      let facility = dataset.facilities[place]
      return DiagnosisRecord.Row(
        file: "facilities.csv", line: facility.line, id: facility.id, says: says)
    case .riskCap, .unmetCap:
      return DiagnosisRecord.Row(file: nil, line: nil, id: Self.option(rule), says: says)
    }
  }

  /// What a rule asks for, with a value.
  private func says(_ rule: Rule, _ value: Double?) -> String {
    let number = NumberText.text(value ?? 0)
    switch rule {
    case .decision(let place): return "decision \(book.dataset.facilities[place].decision.rawValue)"
    case .riskCap: return "sales at risk at most \(number)"
    case .unmetCap: return "at most \(number) of a normal year's sales undelivered"
    case .constraint(let place):
      let constraint = book.dataset.constraints[place]
      let most = constraint.sense == .atMost ? "at most" : "at least"
      switch constraint.kind {
      case .openFacilities(let selector):
        return "\(most) \(number) open facilities of '\(selector.text)'"
      case .share(let origin, let destination, let product):
        return "\(most) \(number) of \(product.map { "'\($0)'" } ?? "each product") used at "
          + "'\(destination.text)' from '\(origin.text)'"
      case .investment(let selector):
        return "\(most) \(number) \(book.dataset.settings.currency) invested in '\(selector.text)'"
      case .emissions(let selector):
        return "\(most) \(number) t CO2e a year from '\(selector.text)'"
      case .survive(let selector):
        return "\(most) \(number) of a year's sales lost while one of '\(selector.text)' is out"
      case .production(let selector, let product):
        return
          "\(most) \(number) units a year of \(product.map { "'\($0)'" } ?? "each product") made at "
          + "'\(selector.text)'"
      case .flow(let origin, let destination, let product):
        return
          "\(most) \(number) units a year of \(product.map { "'\($0)'" } ?? "each product") shipped "
          + "from '\(origin.text)' to '\(destination.text)'"
      case .minimumIfOpen(let selector, let product):
        return
          "\(most) \(number) units a year of \(product.map { "'\($0)'" } ?? "all products together") "
          + "made at each open facility of '\(selector.text)'"
      case .sources(let destination, let product):
        return
          "\(most) \(number) sources of \(product.map { "'\($0)'" } ?? "each product") at each of "
          + "'\(destination.text)'"
      case .requires(let facility, let needed):
        return "\(most) \(number) other open facilities of '\(needed.text)' while one of "
          + "'\(facility.text)' is open"
      case .within(let limit, let customers, let product):
        let reach =
          switch limit {
          case .days(let days): "\(NumberText.text(days)) days"
          case .kilometres(let distance): "\(NumberText.text(distance)) km"
          }
        return
          "\(most) \(number) of the demand for \(product.map { "'\($0)'" } ?? "each product") at "
          + "'\(customers.text)' delivered within \(reach)"
      }
    }
  }

  /// What a rule is to become.
  func change(_ rule: Rule, to found: LeastMove.Found?) -> DiagnosisRecord.Change {
    let row = row(rule)
    guard let found, let now = book.value(of: rule) else {
      return DiagnosisRecord.Change(
        row: row, from: nil, to: nil, notEnough: nil, isLeast: true,
        text: "let the plan decide whether '\(row.id)' is open", option: option(rule, nil))
    }
    let verb = found.value > now ? "raise" : "lower"
    let name = row.file == nil ? row.id : "'\(row.id)'"
    return DiagnosisRecord.Change(
      row: row, from: now, to: found.value, notEnough: found.notEnough,
      isLeast: found.isLeast,
      text: "\(verb) \(name) from \(NumberText.text(now)) to \(NumberText.text(found.value))"
        + unit(rule, moved: abs(found.value - now)),
      option: option(rule, found.value))
  }

  private func unit(_ rule: Rule, moved: Double) -> String {
    guard case .constraint(let place) = rule else { return "" }
    switch book.dataset.constraints[place].kind {
    case .openFacilities:
      return moved == 1 ? " (one open facility)" : " (\(NumberText.text(moved)) open facilities)"
    case .investment: return " \(book.dataset.settings.currency)"
    case .emissions: return " t CO2e a year"
    case .production, .flow, .minimumIfOpen: return " units a year"
    case .sources, .requires: return ""
    case .share, .survive, .within: return ""
    }
  }

  /// The option of the command line that makes a change.
  private func option(_ rule: Rule, _ value: Double?) -> String {
    let number = NumberText.text(value ?? 0)
    switch rule {
    case .riskCap, .unmetCap: return "\(Self.option(rule)) \(number)"
    case .decision(let place):
      let id = Self.cell(book.dataset.facilities[place].id)
      return "--set 'facilities[facility=\(id)].decision=consider'"
    case .constraint(let place):
      let id = Self.cell(book.dataset.constraints[place].id)
      return "--set 'constraints[constraint=\(id)].value=\(number)'"
    }
  }

  private static func option(_ rule: Rule) -> String {
    rule == .unmetCap ? "--max-unmet" : "--max-risk"
  }

  /// An id as `--set` takes it within quotes of a shell.
  private static func cell(_ id: String) -> String {
    let isPlain = !id.contains { ",]\"".contains($0) } && !id.hasPrefix(" ") && !id.hasSuffix(" ")
    let cell = isPlain ? id : "\"" + id.replacing("\"", with: "\"\"") + "\""
    return cell.replacing("'", with: "'\\''")
  }
}
