import Testing

@testable import SupplyData

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
