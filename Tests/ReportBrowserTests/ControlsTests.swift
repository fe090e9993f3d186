import Browser
import Findings
import Report
import SupplyPlan
import TestBrowser
import Testing

/// What a reader can do with the chosen plan: read its tables, ask the map for less, compare it with another.
@MainActor
@Suite(.serialized, .enabled(if: InstalledChromium.isThere, InstalledChromium.absence))
struct ControlsTests {
  @Test func `a table of the appendix is drawn and sorted`() throws {
    let page = try ShownReport.page()
    struct Table: Decodable {
      let columns: Int
      let quantities: [Double]
      let hasSaver: Bool
    }
    func table(_ script: String) throws -> Table {
      try page.value(
        of: """
          (async () => {
            const details = document.querySelector("details.kept-table[data-file$='-flows.csv']");
            details.open = true;
            await new Promise((done) => setTimeout(done, 100));
            \(script)
            const cells = [...details.querySelectorAll("tbody tr")].map((row) => row.cells[7].title);
            return {
              columns: details.querySelectorAll("thead th").length, quantities: cells.map(Number),
              hasSaver: details.querySelector("button.save") !== null,
            };
          })()
          """)
    }
    let flows = ShownReport.input.plans[ShownReport.input.chosen].flows.filter {
      $0.scenario == nil
    }
    let drawn = try table("")
    #expect(drawn.columns == 10 && drawn.hasSaver)
    #expect(drawn.quantities == flows.map(\.quantity))
    let sorted = try table(
      "details.querySelectorAll('thead th')[7].querySelector('button').click();")
    #expect(sorted.quantities != drawn.quantities)
    #expect(zip(sorted.quantities, sorted.quantities.dropFirst()).allSatisfy { $0 <= $1 * 1.001 })
    #expect(page.errors == [])
  }

  @Test func `the map shows one product and one region`() throws {
    let page = try ShownReport.page()
    struct Map: Decodable {
      let arcs: Int
      let box: String
    }
    func map(_ name: String, _ index: Int) throws -> Map {
      try page.value(
        of: """
          (() => {
            const figure = document.querySelector("figure.figure-map");
            const select = figure.querySelector("select[data-choose=\(name)]");
            select.selectedIndex = \(index);
            select.dispatchEvent(new Event("change"));
            return {
              arcs: [...figure.querySelectorAll(".wide .arc[data-product]")]
                .filter((arc) => getComputedStyle(arc).display !== "none").length,
              box: figure.querySelector(".wide svg.window").getAttribute("viewBox"),
            };
          })()
          """)
    }
    let whole = try map("product", 0)
    let one = try map("product", 1)
    #expect(one.arcs > 0 && one.arcs < whole.arcs)
    let near = try map("region", 1)
    let far = try map("region", 0)
    #expect(near.box != far.box && far.box.hasPrefix("0 0 880"))
    #expect(try map("product", 0).arcs == whole.arcs)
    #expect(page.errors == [])
  }

  @Test func `the bridge starts at any other plan`() throws {
    let page = try ShownReport.page()
    struct Bridge: Decodable {
      let starts: Int
      let title: String
    }
    func bridge(_ index: Int) throws -> Bridge {
      try page.value(
        of: """
          (() => {
            const select = document.querySelector("select[data-choose=start]");
            select.selectedIndex = \(index);
            select.dispatchEvent(new Event("change"));
            const shown = [...document.querySelectorAll(".bridges [data-start]")].filter((one) => !one.hidden);
            return { starts: select.options.length, title: shown.map((one) => one.querySelector("h3").textContent).join() };
          })()
          """)
    }
    let first = try bridge(0)
    // Today's network, its sites expanded, and every plan but the one that is shown.
    #expect(first.starts == ShownReport.input.plans.count + 1)
    let titles = try (0..<first.starts).map { try bridge($0).title }
    #expect(Set(titles).count == first.starts && titles[0].contains("today’s sites, expanded"))
    #expect(page.errors == [])
  }
}
