@testable import FigureDrawing
import Foundation
import SupplyData
import SupplyPlan
import TestSnapshots
import Testing
import TextFiles

@testable import Report

/// The report in forms without a choice: every case can be written, and no name is taken for more than text.
@Suite struct FormatTests {
  // MARK: Markdown

  @Test func markdown() throws {
    var input = ReportCase.planWithBaseline.input
    input.style.title = "Nearer"
    try expectSnapshot(try MarkdownReport(input).render(), "plan.md")
  }

  @Test(arguments: ReportCase.allCases)
  func `every case as Markdown`(_ example: ReportCase) throws {
    let text = try MarkdownReport(example.input, figures: "figures").render()
    #expect(text.hasPrefix("# "))
    #expect(!text.contains("<") && !text.contains("\n\n\n"))
    let names = try ReportFigures(example.input).files().map(\.name)
    for name in names { #expect(text.contains("](figures/\(name))"), "\(name)") }
    // Every row of a table has as many cells as its head.
    for table in text.split(separator: "\n\n") where table.hasPrefix("| ") {
      let counts = table.split(separator: "\n").map { line in
        line.replacing("\\|", with: "").count { $0 == "|" }
      }
      #expect(Set(counts).count == 1, "\(table.prefix(80))")
    }
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("*x* _y_ `z`", "\\*x\\* \\_y\\_ \\`z\\`"), ("<b>&", "&lt;b&gt;&amp;"),
    ("a\nb", "a b"), ("$1 to $2", "\\$1 to \\$2"), ("![x](y)", "\\!\\[x\\](y)"),
    ("https://a.b", "https&#58;//a.b"), ("WWW.a.b", "WWW&#46;a.b"), ("a@b.c", "a&#64;b.c"),
    ("a\u{202E}b", "ab"), ("a: b", "a: b"),
  ])
  func `inert in Markdown`(_ text: String, _ inert: String) {
    #expect(MarkdownText.escaped(text) == inert)
  }

  @Test func `no paragraph begins a list`() {
    #expect(MarkdownText.paragraph("- a") == "\\- a")
    #expect(MarkdownText.paragraph("+3 %") == "\\+3 %")
    #expect(MarkdownText.paragraph("1. a") == "1\\. a")
    #expect(MarkdownText.paragraph("1.5 a") == "1.5 a")
    #expect(MarkdownText.paragraph("# a") == "\\# a")
  }

  // MARK: Tables

  @Test(arguments: ReportCase.allCases)
  func `every case as tables`(_ example: ReportCase) throws {
    let files = try ReportTables(example.input).files()
    #expect(Set(files.map(\.name)).count == files.count)
    for file in files {
      let records = Self.records(file.text)
      #expect(records.count > 1 || file.name == "frontier.csv" || file.name.hasPrefix("frontier-"))
      #expect(Set(records.map(\.count)).count == 1, "\(file.name)")
      for cell in records.joined() where "=@\t\r".contains(cell.first ?? "a") {
        Issue.record("\(file.name): \(cell)")
      }
    }
    if example.input.chosenPlan?.cost != nil {
      #expect(files.contains { $0.name == "plan-costs.csv" })
      #expect(files.contains { $0.name == "figure-moves.csv" } || example == .noDemand)
    }
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("-5.5e3", "-5.5e3"), ("+2", "+2"), ("-x", "'-x"), ("@x", "'@x"),
    ("\tx", "'\tx"), ("x=1", "x=1"), ("", ""), ("--1", "'--1"), ("-", "-"),
    ("a;=1", "a;'=1"), ("a\n @x", "a\n '@x"), ("\u{FF1D}x", "'\u{FF1D}x"), (" =x", " '=x"),
    ("a;b=c", "a;b=c"), ("Köln-Süd", "Köln-Süd"), ("=\u{301}x", "'=\u{301}x"),
  ])
  func `no cell is a formula`(_ text: String, _ inert: String) {
    #expect(InertTable.cell(text) == inert)
  }

  /// Tables behind figures hold what was computed, not what readers see of it.
  @Test func `tables behind figures hold numbers`() throws {
    let input = ReportCase.findingsBeside.input
    let frontier = try #require(input.frontier)
    let files = try ReportTables(input).files()
    let table = try #require(files.first { $0.name == "figure-frontier.csv" })
    let records = Self.records(table.text)
    #expect(
      records.first == [
        "plan", "resilience_share", "sales_at_risk_share", "cost_usd", "spend_usd",
        "sales_not_made_usd", "short_without_any_event_share", "no_plan_costs_less_than_usd",
        "gap_share",
      ])
    for (record, point) in zip(records.dropFirst(), frontier.points) {
      #expect(Double(record[2]) == point.salesAtRisk && Double(record[3]) == point.cost)
      #expect(Double(record[1]) == 1 - point.salesAtRisk)
      let (spend, lost) = (try #require(Double(record[4])), try #require(Double(record[5])))
      #expect(abs(spend + lost - point.cost) < 1e-6 * point.cost)
      #expect(try #require(Double(record[7])) <= point.cost)
    }
    // Ranges and bounds, which readers see in words, are numbers in columns of their own.
    let premium = try #require(files.first { $0.name == "figure-premium.csv" })
    let steps = Self.records(premium.text)
    let from = try #require(steps.first?.firstIndex(of: "resilience_from_share"))
    #expect(steps.count > 1 && steps.dropFirst().allSatisfy { Double($0[from]) != nil })
    #expect(steps.first?.contains("resilience") == false)
  }

  // MARK: GeoJSON

  @Test(arguments: ReportCase.allCases)
  func `every case as GeoJSON`(_ example: ReportCase) throws {
    let input = example.input
    guard let text = try NetworkGeoJSON(input).text() else {
      #expect(input.chosenPlan?.cost == nil)
      return
    }
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(value?["type"] as? String == "FeatureCollection")
    let features = try #require(value?["features"] as? [[String: Any]])
    let sites = input.dataset.facilities.count + input.dataset.customers.count
    let flows = input.chosenPlan?.flows.count { $0.scenario == nil && $0.quantity > 0 } ?? 0
    #expect(features.count == sites + flows)
    for feature in features {
      let geometry = try #require(feature["geometry"] as? [String: Any])
      let properties = try #require(feature["properties"] as? [String: Any])
      let coordinates = try #require(geometry["coordinates"] as? [Any])
      let isFlow = properties["feature"] as? String == "flow"
      #expect((geometry["type"] as? String == "Point") != isFlow)
      for position in Self.positions(coordinates) {
        #expect(position.count == 2 && abs(position[0]) <= 180 && abs(position[1]) <= 90)
      }
    }
  }

  @Test func `longitude stands first`() throws {
    let input = ReportCase.planAlone.input
    let text = try #require(try NetworkGeoJSON(input).text())
    let first = input.dataset.facilities[0]
    let place = [first.location.longitude, first.location.latitude]
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let feature = (value?["features"] as? [[String: Any]])?.first
    let geometry = feature?["geometry"] as? [String: Any]
    #expect(geometry?["coordinates"] as? [Double] == place)
    let properties = feature?["properties"] as? [String: Any]
    #expect(properties?["id"] as? String == first.id)
    #expect(properties?["open_\(input.dataset.settings.periods[0].id)"] is Bool)
  }

  @Test func `lines are cut at the antimeridian`() {
    let tokyo = Coordinates(latitude: 35, longitude: 140)
    let seattle = Coordinates(latitude: 47, longitude: -120)
    // 100 degrees of the way, 40 of them to the antimeridian.
    #expect(
      GeoFeature.Geometry(from: tokyo, to: seattle)
        == .lines([[[140, 35], [180, 39.8]], [[-180, 39.8], [-120, 47]]]))
    #expect(
      GeoFeature.Geometry(from: seattle, to: tokyo)
        == .lines([[[-120, 47], [-180, 39.8]], [[180, 39.8], [140, 35]]]))
    let fiji = Coordinates(latitude: -17, longitude: 180)
    #expect(GeoFeature.Geometry(from: fiji, to: seattle) == .line([[-180, -17], [-120, 47]]))
    #expect(GeoFeature.Geometry(from: seattle, to: fiji) == .line([[-120, 47], [-180, -17]]))
    #expect(GeoFeature.Geometry(from: tokyo, to: fiji) == .line([[140, 35], [180, -17]]))
    let paris = Coordinates(latitude: 48, longitude: 2)
    #expect(GeoFeature.Geometry(from: paris, to: seattle) == .line([[2, 48], [-120, 47]]))
  }

  // MARK: Helpers

  /// Positions within coordinates of any depth.
  private static func positions(_ coordinates: [Any]) -> [[Double]] {
    if let position = coordinates as? [Double] { return [position] }
    return coordinates.flatMap { ($0 as? [Any]).map(positions) ?? [] }
  }

  /// The records of a CSV text.
  private static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = ""
    var isQuoted = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        record.append(cell)
        cell = ""
      case "\n" where !isQuoted:
        records.append(record + [cell])
        record = []
        cell = ""
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return records
  }
}
