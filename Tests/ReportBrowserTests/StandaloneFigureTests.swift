import Browser
import Foundation
import Report
import TestBrowser
import Testing

/// Drawings of their own, as a browser takes them.
@MainActor
@Suite(.serialized, .enabled(if: InstalledChromium.isThere, InstalledChromium.absence))
struct StandaloneFigureTests {
  /// Each opens by itself, asks for nothing, and keeps its texts inside.
  @Test func `drawings open alone`() throws {
    let page = try ShownReport.another()
    for figure in try ReportFigures(ShownReport.input).files() {
      let file = try ShownReport.folder() + "/" + figure.name
      try figure.svg.write(toFile: file, atomically: true, encoding: .utf8)
      try page.open(file: file)
      #expect(page.errors == [] && page.requests.count == 1, "\(figure.name)")
      struct Measure: Decodable {
        let texts: Int
        let outside: [String]
      }
      let measure: Measure = try page.value(
        of: """
          (() => {
            const root = document.documentElement;
            const [width, height] = [Number(root.getAttribute("width")), Number(root.getAttribute("height"))];
            const texts = [...root.querySelectorAll("text")];
            const outside = texts.filter((text) => {
              const box = text.getBoundingClientRect();
              return box.left < 0 || box.top < 0 || box.right > width || box.bottom > height;
            });
            return { texts: texts.length, outside: outside.map((text) => text.textContent) };
          })()
          """)
      #expect(measure.texts > 5, "\(figure.name)")
      #expect(measure.outside == [], "\(figure.name)")
    }
  }
}
