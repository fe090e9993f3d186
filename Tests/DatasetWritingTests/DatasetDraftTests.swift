import DatasetWriting
import SupplyData
import Testing

@Suite struct DatasetDraftTests {
  /// One plant, one customer, and names that need care in CSV and YAML.
  private func draft(_ name: String) -> DatasetDraft {
    var draft = DatasetDraft(title: name)
    draft.settings = ["discount_rate: 0"]
    let tables: [(String, [String], [String])] = [
      (
        "countries", ["country", "name", "region", "latitude", "longitude"],
        ["X", name, "here", "0", "0"]
      ),
      ("products", ["product", "name", "unit", "value"], ["p", name, "unit", "1"]),
      (
        "facilities", ["facility", "name", "country", "kind", "status", "throughput"],
        ["f", name, "X", "plant", "candidate"]
      ),
      ("capacity", ["facility", "module", "size", "maximum"], ["f", "line", "10", "1"]),
      ("production", ["facility", "product", "unit_cost"], ["f", "p", "0"]),
      ("customers", ["customer", "name", "country"], ["c", name, "X"]),
      (
        "demand", ["customer", "product", "period", "quantity", "shortage_cost"],
        ["c", "p", "*", DatasetDraft.number(0.1), "9"]
      ),
      ("modes", ["mode", "cost_per_t_km", "speed_km_per_day"], ["m", "0", "1"]),
      ("lanes", ["origin", "destination", "mode"], ["f", "c", "m"]),
    ]
    for (table, columns, row) in tables {
      draft.table(table, columns) { $0.append(row) }
    }
    return draft
  }

  @Test(arguments: [
    "plain", "a,b", "\"", "a\"\u{301}b", "x\"\"y", "=cmd", "<script>", "Łódź", "#", "a: b",
  ])
  func `names come back as they were given`(_ name: String) throws {
    let files = draft(name).files
    let source = DatasetSource(
      files: Dictionary(uniqueKeysWithValues: files.map { ($0.path, Array($0.text.utf8)) }))
    let dataset = try Dataset.reading(source).dataset
    let names = [
      dataset.settings.name, dataset.countries[0].name, dataset.products[0].name,
      dataset.facilities[0].name, dataset.customers[0].name,
    ]
    for found in names {
      #expect(Array(found.unicodeScalars) == Array(name.unicodeScalars))
    }
    #expect(dataset.facilities[0].throughput == nil)
    #expect(dataset.demand[0].quantity == 0.1)
  }

  @Test func `a table asked for again is the same table`() {
    var draft = DatasetDraft(title: "t")
    for row in ["a", "b"] { draft.table("groups", ["group", "kind"]) { $0.append([row]) } }
    draft.others = [DatasetFile(path: "README.md", text: "x")]
    #expect(draft.files.map(\.path) == ["plan.yaml", "groups.csv", "README.md"])
    #expect(draft.files[1].text == "group,kind\na,\nb,\n")
  }
}
