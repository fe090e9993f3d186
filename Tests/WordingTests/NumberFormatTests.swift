import Testing
import Wording

@Suite struct NumberFormatTests {
  @Test(
    arguments: [
      (0, "$0"), (0.256, "$0.26"), (0.0042, "$0.00420"), (7.5, "$7.50"), (12, "$12"), (950, "$950"),
      (12_345, "$12,300"),
      (999_600, "$1.00 m"), (1_240_000, "$1.24 m"), (1.2396e9, "$1.24 bn"), (35e9, "$35.0 bn"),
      (999.6e9, "$1.00 tn"), (4.56e15, "$4,560 tn"), (-3.1e6, "−$3.10 m"),
    ] as [(Double, String)])
  func money(amount: Double, text: String) {
    #expect(spaced(MoneyFormat(currency: "USD")(amount)) == text)
  }

  @Test func currencies() {
    #expect(spaced(MoneyFormat(currency: "EUR")(2e6)) == "€2.00 m")
    #expect(spaced(MoneyFormat(currency: "CHF")(2e6)) == "CHF 2.00 m")
    #expect(spaced(MoneyFormat(currency: "")(2e6)) == "2.00 m")
    #expect(MoneyFormat(currency: "EUR").name == "euros (EUR)")
    #expect(MoneyFormat(currency: "XTS").name == "XTS")
    #expect(spaced(MoneyFormat(currency: "USD").signed(2e6)) == "+$2.00 m")
    #expect(spaced(MoneyFormat(currency: "USD").signed(-2e6)) == "−$2.00 m")
  }

  @Test(
    arguments: [
      (0, "0 %"), (1, "100 %"), (0.0321, "3.2 %"), (0.0003, "<0.1 %"), (0.9996, "100.0 %"),
      (-0.0001, "0 %"), (-0.05, "−5.0 %"), (1.2, "120.0 %"),
    ] as [(Double, String)])
  func percent(share: Double, text: String) {
    #expect(spaced(NumberFormat.percent(share)) == text)
  }

  @Test func sharesAsGiven() {
    #expect(spaced(NumberFormat.given(0.08)) == "8 %")
    #expect(spaced(NumberFormat.given(0.025)) == "2.5 %")
    #expect(spaced(NumberFormat.given(1 - 0.95)) == "5 %")
  }

  /// A lower bound may not be told higher than it is, nor a gap smaller.
  @Test func roundingIsHonest() {
    let money = MoneyFormat(currency: "USD")
    #expect(spaced(money(1.2399e9, rounding: .down)) == "$1.23 bn")
    #expect(spaced(money(1.24e9, rounding: .down)) == "$1.24 bn")
    #expect(spaced(NumberFormat.percent(0.00011, places: 2, rounding: .up)) == "0.02 %")
    #expect(spaced(NumberFormat.percent(0.0002, places: 2, rounding: .up)) == "0.02 %")
  }

  @Test func axisLabelsShareTheirUnit() {
    let money = MoneyFormat(currency: "USD")
    #expect(
      money.axisLabels([1.24e9, 1.245e9, 1.25e9]).map(spaced) == [
        "$1.240 bn", "$1.245 bn", "$1.250 bn",
      ])
    #expect(money.axisLabels([0, 5e5, 1e6]).map(spaced) == ["$0.0", "$0.5 m", "$1.0 m"])
  }

  @Test func ticksAreRound() {
    #expect(LinearScale.ticks(0.13...0.97, count: 4) == [0.2, 0.4, 0.6000000000000001, 0.8])
    #expect(LinearScale.ticks(21.2...25.6, count: 5) == [22, 23, 24, 25])
    #expect(LinearScale.ticks(3...3, count: 5) == [3])
  }

  @Test func counts() {
    #expect(spaced(NumberFormat.count(1, "site", "sites")) == "1 site")
    #expect(spaced(NumberFormat.count(4, "site", "sites", inWords: true)) == "four sites")
    #expect(spaced(NumberFormat.count(1200, "site", "sites")) == "1,200 sites")
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300])
  func strangeNumbersDoNotTrap(value: Double) {
    #expect(!NumberFormat.percent(value).isEmpty)
    #expect(!MoneyFormat(currency: "USD")(value).isEmpty)
    #expect(!Drawing.number(value).isEmpty)
  }
}

/// The text with plain spaces.
func spaced(_ text: String) -> String {
  text.replacing(NumberFormat.space, with: " ")
}
