import FigureDrawing
import TestLanguages
import Testing

@testable import Comparison

/// Every word of a comparison comes from the table of texts, or from the store.
@Suite struct LanguageTests {
  @Test(arguments: PageTests.Example.allCases.filter { $0 != .hostile })
  func everyWordIsFromTheTable(_ example: PageTests.Example) throws {
    let page = try Language.$current.withValue(Pseudolanguage.language) { try example.page() }
    #expect(page.contains("<html lang=\"en-XA\">"))
    let strangers = Pseudolanguage.strangers(in: ShownTexts.of(page), names: Self.names)
    #expect(strangers.isEmpty)
  }

  /// Of the stores: datasets, commands, variants, sweeps, sites, reasons, and the tables that differ.
  private static let names = [
    "Shorewise", "USD", "data", "base", "plan", "frontier", "near", "dear", "later", "none",
    "broken", "plant", "second", "widget", "year-1", "out of memory", "expected",
    "tariffs@rate=0.5,price=100", "production.csv", "facility", "product", "unit_cost", "line",
  ]
}
