import Findings
import Foundation
import Testing

/// One table, for programs and for readers.
@Suite struct TableTests {
  private static let table = Table(
    "plans", "A plan.",
    [
      .init(title: "Plan", kind: .text) { "\($0)" },
      .init(title: "Cost a year", kind: .money(currency: "USD")) { "$\($0)" },
      .init(title: "Share", kind: .share, missing: "none") { "\($0 * 100) %" },
      Table.Column("bound", "on which side the share lies"),
      .init(title: "In words", kind: .text) { "\($0)" }.only(for: .readers),
      .init(title: "Cost a year", kind: .money(currency: "USD")) { "$\($0)" },
      .init(title: "Sites", kind: .whole) { "\(Int($0))" },
      .init(title: "Proved", kind: .text) { "\($0)" },
    ],
    rows: [
      [
        .text("=a"), .number(1234.5), .shown(.number(0.25), as: "at most 25 %"),
        .text("at_most"), .text("cheap"), .number(1), .whole(3), .flag(true),
      ],
      [.text("b"), .missing, .missing, .missing, .text(""), .missing, .missing, .flag(false)],
    ])

  @Test func `programs get numbers under names with their unit`() {
    #expect(
      Self.table.csv == """
        plan,cost_a_year_usd,share,bound,cost_a_year_usd_2,sites,proved
        '=a,1234.5,0.25,at_most,1,3,true
        b,,,,,,false

        """)
  }

  @Test func `readers get what the columns make of them`() {
    let (columns, rows) = Self.table.shown
    #expect(
      columns.map(\.title) == [
        "Plan", "Cost a year", "Share", "In words", "Cost a year", "Sites", "Proved",
      ])
    #expect(columns.map(\.isFlushRight) == [false, true, true, false, true, true, false])
    #expect(
      rows == [
        ["=a", "$1234.5", "at most 25 %", "cheap", "$1.0", "3", "yes"],
        ["b", "–", "none", "", "–", "–", "no"],
      ])
  }

  @Test func `JSON has a member for each column`() throws {
    let data = try JSONEncoder().encode(Self.table)
    let rows = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    #expect(rows.count == 2)
    #expect(rows[0]["plan"] as? String == "=a" && rows[0]["share"] as? Double == 0.25)
    #expect(rows[0]["sites"] as? Int == 3 && rows[0]["proved"] as? Bool == true)
    #expect(rows[1]["share"] is NSNull && rows[1].count == 7)
  }

  @Test func `a row has a cell for each column`() {
    var table = Table("a", columns: ["x", "y"], rows: [])
    table.add([.text("1"), .number(-2)])
    #expect(table.csv == "x,y\n1,-2\n")
  }
}
