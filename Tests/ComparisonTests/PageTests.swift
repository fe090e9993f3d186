import FigureDrawing
import Foundation
import FoundationXML
import SupplyData
import TestDatasets
import Testing

@testable import Comparison

/// Pages stand alone, are well formed, and take every name for text.
@Suite struct PageTests {
  enum Example: String, CaseIterable {
    case variants, grid, frontiers, pair, frontierPair, hostile

    func comparison() throws -> StoreComparison {
      let builder: StoreBuilder =
        switch self {
        case .variants, .pair: try Stores.variants()
        case .grid: try Stores.grid()
        case .frontiers, .frontierPair: try Stores.frontiers()
        case .hostile: try Self.hostileNames()
        }
      let pair: ComparisonChoice.Pair? =
        switch self {
        case .pair, .frontierPair: .variants("-", "dear")
        default: nil
        }
      return try StoreComparison(of: builder.store, ComparisonChoice(pair: pair))
    }

    func page() throws -> String {
      let path = FileManager.default.temporaryDirectory
        .appendingPathComponent("\(UUID().uuidString).html").path
      defer { try? FileManager.default.removeItem(atPath: path) }
      try comparison().writePage(to: path)
      return try String(contentsOfFile: path, encoding: .utf8)
    }

    private static func hostileNames() throws -> StoreBuilder {
      let builder = try StoreBuilder()
      let evil = "<script>alert(1)</script>\"'&"
      for value in ["\"><b>", "</svg>"] {
        for other in ["{{x}}", "'"] {
          try builder.add(
            "\(evil)@\(value)\(other)",
            StoreBuilder.Question(
              sweep: evil,
              axes: [.init(axis: evil, value: value), .init(axis: "b</text>", value: other)]),
            plans: [SyntheticPlan(100, open: [evil])])
        }
      }
      return builder
    }
  }

  @Test(arguments: Example.allCases)
  func `a page asks for nothing`(_ example: Example) throws {
    let page = try example.page().replacing("xmlns=\"http://www.w3.org/2000/svg\"", with: "")
    for word in ["http:", "https:", "@import", "url(", "src=", "<script"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("default-src 'none'"))
    #expect(page.hasSuffix("</html>\n"))
  }

  @Test(arguments: Example.allCases)
  func `figures are well formed and have tables`(_ example: Example) throws {
    let page = try example.page()
    let figures = page.components(separatedBy: "<figure").dropFirst()
    #expect(figures.count >= 1)
    for figure in figures {
      #expect(figure.contains("class=\"wide\"><svg") && figure.contains("class=\"narrow\"><svg"))
      #expect(figure.contains("<table>"))
    }
    for piece in page.components(separatedBy: "<svg").dropFirst() {
      let end = try #require(piece.range(of: "</svg>"))
      let parser = XMLParser(data: Data("<svg\(piece[..<end.upperBound])".utf8))
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }
    let ids = page.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
  }

  @Test func `a cell for each run and quantity`() throws {
    let page = try Example.grid.page()
    let figure = try #require(
      page.components(separatedBy: "<figure").first {
        $0.contains("Cost ranges from 1,000 to 1,200\u{A0}USD")
      })
    // Four of six have a plan; each is drawn for two widths.
    #expect(figure.components(separatedBy: "tariffs@rate=").count - 1 == 2 * 6)
    #expect(figure.components(separatedBy: "class=\"empty-cell\"").count - 1 == 2 * 2)
    #expect(figure.contains("infeasible") && figure.contains("not run"))
    #expect(figure.contains("*1,100"))
  }

  /// Writes the pages into the folder of `PAGE_PREVIEW`, to look at.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["PAGE_PREVIEW"] != nil))
  func preview() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["PAGE_PREVIEW"])
    for example in Example.allCases {
      try example.comparison().writePage(to: "\(folder)/\(example.rawValue).html")
    }
  }
}
