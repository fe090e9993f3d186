import Testing

@testable import TextFiles

/// Which texts are numbers.
@Suite struct NumberTextTests {
  @Test(arguments: [
    ("0", 0), ("12", 12), ("+5", 5), ("-5", -5), ("0.5", 0.5), (".5", 0.5), ("5.", 5),
    ("1.5e3", 1500), ("1E-2", 0.01), ("1e+2", 100), ("007", 7), ("1e15", 1e15), ("-0", 0),
    ("1e-400", 0), ("0.1", 0.1), ("123456789.125", 123456789.125),
  ])
  func accepted(_ text: String, _ number: Double) throws {
    #expect(try NumberText.number(text) == number)
  }

  @Test(arguments: [
    ("5%", 0.05), ("5 %", 0.05), ("5\u{A0}%", 0.05), ("0.1%", 0.001), ("0.3%", 0.003), ("7%", 0.07),
    ("-25%", -0.25), ("1e1%", 0.1), ("100%", 1), ("0%", 0), ("0.5", 0.5), (".5%", 0.005),
  ])
  func `percentages of shares`(_ text: String, _ number: Double) throws {
    #expect(try NumberText.number(text, percent: true) == number)
    #expect(try plainShare(" \(text) ") == number)
  }

  @Test(arguments: ["%", "5%%", "%5", "5,5%", "1 000%", "nan%", "5 pct", "5‰", "", "1e18%", "½%"])
  func `what is no percentage`(_ text: String) {
    #expect(throws: Refusal.self) { try NumberText.number(text, percent: true) }
  }

  @Test func zeroHasNoSign() throws {
    #expect(try NumberText.number("-0").sign == .plus)
  }

  @Test(arguments: [
    "", " ", ".", "-", "+-1", "1e", "e5", "1.2.3", "1e5.5", "--1", "0x1p3", "1f", "nan", "-inf",
    "Infinity", "1e16", "-1e16", "1e999", "1 000", "1,5", "½", "１", "1\0", "5%", "€5", "1/2", "1d3",
    "0b1", "1e1e1", "\u{2212}1",
  ])
  func refused(_ text: String) {
    #expect(throws: Refusal.self) { try NumberText.number(text) }
  }

  @Test(arguments: [
    (0.0, "0"), (12, "12"), (79.68127, "79.6813"), (0.000123456, "0.000123456"), (-2.5, "-2.5"),
    (1e16, "more than 1e15"), (.infinity, "more than 1e15"),
  ])
  func shownBriefly(_ number: Double, _ text: String) {
    #expect(plain(number) == text)
  }
}
