import TestDatasets
import Testing

@testable import SupplyData

/// The rows in which two datasets differ.
@Suite struct DatasetDifferenceTests {
  private func cells(_ changes: [PatchedDataset.Change]) -> [[[String]?]] {
    changes.map { [$0.old, $0.new] }
  }

  @Test func `no difference`() {
    let source = TestDataset().source
    #expect(source.changes(since: source).isEmpty)
    var turned = source
    turned.files["countries.csv"] = Array(
      "region,country,latitude,longitude\nSouth,BB,40,20\n\nNorth,AA,50,10".utf8)
    #expect(turned.changes(since: source).isEmpty, "order of rows and columns says nothing")
  }

  @Test func `changed, deleted and new rows`() {
    let old = TestDataset().adding("production", "plant,gadget,5")
    let new = TestDataset().replacing("production", "widget,20", with: "widget,21")
      .adding("production", "other,widget,9")
    let changes = new.source.changes(since: old.source)
    #expect(
      cells(changes) == [
        [["plant", "widget", "20"], ["plant", "widget", "21"]], [["plant", "gadget", "5"], nil],
        [nil, ["other", "widget", "9"]],
      ])
    #expect(changes.map(\.line) == [2, 3, 0])
    #expect(changes.allSatisfy { $0.columns == ["facility", "product", "unit_cost"] })
  }

  @Test func `new columns, new files and settings`() {
    let old = TestDataset()
    let new = old.replacing(
      "plan.yaml", "name: base\ndiscount_rate: 0.1\nperiods:\n  - {id: a, years: 2}\n"
    )
    .replacing("customers", "customer,country,name\nshop,BB,Shop\n")
    .adding("groups", "group,kind,country", "G,alliance,AA")
    let changes = new.source.changes(since: old.source)
    #expect(changes.map(\.file) == ["customers.csv", "groups.csv", "plan.yaml"])
    #expect(changes[0].old == ["shop", "BB", ""] && changes[0].new == ["shop", "BB", "Shop"])
    #expect(changes[1].old == nil)
    let settings = zip(changes[2].columns, zip(changes[2].old ?? [], changes[2].new ?? []))
      .filter { $1.0 != $1.1 }.map(\.0)
    #expect(settings == ["discount_rate", "periods"])
    let back = old.source.changes(since: new.source)
    #expect(back.map(\.old) == changes.map(\.new) && back.map(\.new) == changes.map(\.old))
  }

  /// Rows of equal content are matched one by one.
  @Test func `repeated rows`() {
    let row = "shop,widget,*,80,300"
    let once = TestDataset()
    let thrice = once.adding("demand", row, row)
    let changes = thrice.source.changes(since: once.source)
    #expect(changes.count == 2 && changes.allSatisfy { $0.old == nil })
  }

  /// What a variant changes is what differs.
  @Test(arguments: [
    "production.unit_cost*=1.5", "settings.carbon_price=80", "demand[customer=shop].quantity+=1",
    "countries[country=AA].name=Aland", "facilities[facility=plant].fixed_cost=",
  ])
  func `a patch and a difference tell the same`(_ set: String) throws {
    let source = TestDataset().source
    let patched = try source.patched(by: [try SetExpression.patch(set)])
    let changes = patched.source.changes(since: source)
    #expect(changes.count == patched.changes.count)
    for (one, other) in zip(changes, patched.changes) {
      #expect(one.file == other.file)
      func cells(_ change: PatchedDataset.Change, _ cells: [String]?) -> [String: String] {
        Dictionary(zip(change.columns, cells ?? []), uniquingKeysWith: { first, _ in first })
          .filter { !$0.value.isEmpty }
      }
      #expect(cells(one, one.old) == cells(other, other.old))
      #expect(cells(one, one.new) == cells(other, other.new))
    }
  }

  @Test func `every table has a key of its columns`() {
    #expect(Set(RowMatching.keys.keys) == Set(TableSchema.all.map(\.file)))
    for schema in TableSchema.all {
      #expect(Set(RowMatching.keys[schema.file] ?? []).isSubset(of: schema.columns))
    }
  }
}
