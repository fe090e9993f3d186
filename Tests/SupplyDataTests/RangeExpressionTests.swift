import SupplyData
import Testing
import TextFiles

/// What `--vary` takes.
@Suite struct RangeExpressionTests {
  @Test func `a change with a range`() throws {
    let range = try RangeExpression("tariffs[layer=reciprocal,origin=CN].rate *= 0.5..2")
    #expect(range.table == "tariffs" && range.column == "rate")
    #expect(range.conditions.map(\.column) == ["layer", "origin"])
    #expect(range.operation == .scale)
    #expect(range.low == 0.5 && range.high == 2)
    guard case .scale(let fields) = range.patch(at: 0.83).action else {
      Issue.record("no scaling")
      return
    }
    #expect(fields.map(\.value) == ["0.83"])
    #expect(try RangeExpression("settings.discount_rate+=-0.01..0.01").operation == .add)
  }

  @Test(arguments: [
    ("tariffs.rate=0%..50%", 0, 0.5), ("tariffs.rate*=90%..1.1", 0.9, 1.1),
    ("settings.discount_rate+=-1%..1 %", -0.01, 0.01), ("lanes.unit_cost*=50%..2", 0.5, 2),
    ("constraints[kind=share].value=10%..20%", 0.1, 0.2),
  ])
  func `a range of percentages`(_ text: String, _ low: Double, _ high: Double) throws {
    let range = try RangeExpression(text)
    #expect(range.low == low && range.high == high)
  }

  @Test(arguments: ["lanes.unit_cost=1%..2%", "lanes.unit_cost+=1%..2", "constraints.value=1%..2"])
  func `percentages of what is no share`(_ text: String) {
    #expect(throws: Faults.self) { try RangeExpression(text) }
  }

  @Test(arguments: [
    ("tariffs.rate*=2", "a range LOW..HIGH is expected"),
    ("tariffs.rate", "a range LOW..HIGH is expected"),
    ("tariffs.rate*=2..1", "is reversed"), ("tariffs.rate*=1..1", "is empty"),
    ("tariffs.rate-=0..1", "'-=' takes no range"), ("tariffs.rate*=a..1", "is not a number"),
    ("tariffs.rate*=0..nan", "is not a finite number"), ("tariffs*=0..1", "are expected"),
  ])
  func `what is none is refused`(_ text: String, _ cause: String) {
    let faults = #expect(throws: Faults.self) { try RangeExpression(text) }
    #expect(faults?.all.first?.cause.contains(cause) == true, "\(faults?.all ?? [])")
    #expect(faults?.all.first?.file == "--vary '\(text)'")
    #expect(faults?.all.first?.cure.isEmpty == false)
  }

  @Test func `two slips are told at once`() {
    let faults = #expect(throws: Faults.self) { try RangeExpression("tariffs.rate*=a..b") }
    #expect(faults?.all.count == 2)
  }
}
