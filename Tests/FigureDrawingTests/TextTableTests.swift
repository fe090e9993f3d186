import Testing

@testable import Wording

@Suite struct TextTableTests {
  private let names = ["site", "north", "south-1"]
  private let weeks = ["weeks", "13", "8"]

  private func column(_ head: String) -> [String] { [head, "10.0 %", "2.5 %"] }

  @Test func `columns that fit stand side by side`() {
    #expect(
      Text.table(first: [names, weeks], others: [column("today"), column("plan")], indent: 2)
        == [
          "  site     weeks   today    plan", "  north       13  10.0 %  10.0 %",
          "  south-1      8   2.5 %   2.5 %",
        ])
  }

  @Test func `others stand below, each part with the first columns`() {
    let lines = Text.table(
      first: [names], others: [column("today"), column("plan"), column("other")], width: 24)
    #expect(
      lines == [
        "site      today    plan", "north    10.0 %  10.0 %", "south-1   2.5 %   2.5 %", "",
        "site      other", "north    10.0 %", "south-1   2.5 %",
      ])
    #expect(lines.allSatisfy { $0.count <= 24 })
  }

  @Test func `the width is that of the longest line`() {
    let columns = [names, column("today"), column("plan")]
    let lines = Text.table(first: [names], others: [column("today"), column("plan")], indent: 2)
    #expect(Text.tableWidth(columns, indent: 2) == lines.map(\.count).max())
  }

  @Test func `a column that is too wide by itself stands all the same`() {
    #expect(Text.table(first: [names], others: [column("today")], width: 5).count == 3)
  }
}
