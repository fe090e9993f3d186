import Browser
import Report
import TestBrowser
import Testing

/// Heat maps in a browser: the ramp is turned round in the dark, and numbers stay in their cells.
@MainActor
@Suite(.serialized, .enabled(if: InstalledChromium.isThere, InstalledChromium.absence))
struct HeatTests {
  /// The lightness of the shades of the legend, from nothing to the most.
  private func ramp(_ colours: Medium.Colours) throws -> [Double] {
    let page = try ShownReport.page(.desktop, Medium(colours))
    return try page.value(
      of: """
        [0, 1, 2, 3, 4, 5].map((step) => {
          const cell = [...document.querySelectorAll("figure.figure-customers .wide rect.heat-" + step)].pop();
          const [r, g, b] = getComputedStyle(cell).fill.match(/[\\d.]+/g).map(Number);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        })
        """)
  }

  @Test func `the ramp is turned round in the dark`() throws {
    let light = try ramp(.light)
    #expect(zip(light, light.dropFirst()).allSatisfy { $0 > $1 }, "\(light)")
    let dark = try ramp(.dark)
    #expect(zip(dark, dark.dropFirst()).allSatisfy { $0 < $1 }, "\(dark)")
  }

  /// Every cell that is not empty has its number inside, and no name is cut or runs out of the figure.
  @Test(arguments: [(ViewSize.desktop, "wide"), (.phone, "narrow")])
  func `numbers stay in their cells`(_ size: ViewSize, _ part: String) throws {
    struct Cells: Decodable {
      let filled: Int
      let numbers: Int
      let wrong: [String]
    }
    let page = try ShownReport.page(size)
    let cells: Cells = try page.value(
      of: """
        (() => {
          const svg = document.querySelector("figure.figure-customers .\(part) svg");
          const whole = svg.getBoundingClientRect();
          const cells = [...svg.querySelectorAll("rect")].filter((one) => one.querySelector("title"));
          const texts = [...svg.querySelectorAll("text")];
          const numbers = texts.filter((one) => /on-heat/.test(one.getAttribute("class")));
          const boxes = cells.map((one) => one.getBoundingClientRect());
          const wrong = numbers.filter((one) => {
            const box = one.getBoundingClientRect();
            return !boxes.some((cell) => box.left >= cell.left - 1 && box.right <= cell.right + 1 && box.top >= cell.top - 1
              && box.bottom <= cell.bottom + 1);
          }).map((one) => "outside its cell: " + one.textContent);
          for (const one of texts) {
            const box = one.getBoundingClientRect();
            if (one.textContent.includes("…")) { wrong.push("cut: " + one.textContent); }
            if (box.left < whole.left - 2 || box.right > whole.right + 2) { wrong.push("runs out: " + one.textContent); }
          }
          return { filled: cells.filter((one) => !one.classList.contains("heat-0")).length, numbers: numbers.length, wrong };
        })()
        """)
    #expect(cells.filled > 5 && cells.numbers == cells.filled)
    #expect(cells.wrong == [])
  }
}
