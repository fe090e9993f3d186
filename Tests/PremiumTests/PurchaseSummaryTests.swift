import Findings
import SupplyPlan
import TestDatasets
import Testing

@testable import Premium
@testable import SupplyData

/// Few things are named, many are counted or added up.
@Suite struct PurchaseSummaryTests {
  private typealias Purchase = PremiumStep.Purchase

  private func phrases(_ purchases: [PremiumStep.Purchase]) throws -> [String] {
    let words = PurchaseWords(try TestDataset().read())
    return PurchaseSummary(purchases, words: words).phrases.map {
      $0.replacing("\u{A0}", with: " ")
    }
  }

  private func site(_ number: Int, _ kind: PremiumStep.Purchase.Kind = .opens) -> Purchase {
    Purchase(kind: kind, place: "p\(number)", amount: 1, words: "opens p\(number)")
  }

  private func modules(_ number: Int, _ count: Double) -> Purchase {
    Purchase(kind: .modules, place: "p\(number)", amount: count, words: "\(count) at p\(number)")
  }

  private func source(_ kind: PremiumStep.Purchase.Kind, _ country: String) -> Purchase {
    Purchase(kind: kind, product: "widget", country: country, amount: 1, words: country)
  }

  @Test func `up to three by name`() throws {
    #expect(try phrases((1...3).map { site($0) }) == ["opens p1", "opens p2", "opens p3"])
    #expect(try phrases((1...4).map { site($0) }) == ["4 more sites open"])
  }

  @Test func `modules more and fewer by themselves, none of a closed site`() throws {
    let rows =
      [site(9, .closes), modules(9, -7)] + (1...4).map { modules($0, 2) } + [modules(5, -1)]
    #expect(try phrases(rows) == ["opens p9", "+8 modules at 4 sites", "-1.0 at p5"])
  }

  @Test func `stock of a product all together`() throws {
    let rows = ["shop", "plant"].map { (place: String) in
      Purchase(
        kind: .stock, place: place, product: "widget", amount: 1500, money: 150_000, words: place)
    }
    #expect(try phrases([rows[0]]) == ["shop"])
    #expect(try phrases(rows) == ["stock of widget at 2 places +3,000 piece ($300,000)"])
  }

  @Test func `sources that come and go in one phrase`() throws {
    let (added, dropped) = (source(.sourceAdded, "AA"), source(.sourceDropped, "BB"))
    #expect(try phrases([added]) == ["widget also made in AA"])
    #expect(try phrases([dropped]) == ["widget no longer made in BB"])
    #expect(try phrases([added, dropped]) == ["widget made in AA, not in BB"])
  }

  @Test func `of the mix what rises`() throws {
    let rows = [0.2, -0.2].map {
      Purchase(kind: .mix, placement: .domestic, amount: $0, words: "\($0)")
    }
    #expect(try phrases(rows) == ["0.2"])
  }
}
