extension Drawing {
  mutating func drawIncentives() {
    guard random.percent(45) else { return }
    let rows = (0..<random.whole(1...2)).map { index in
      [
        "grant-\(index + 1)", selector(of: facilities).text,
        random.decimal(0...20, hundredths: 5),
        sometimes(60, random.decimal(5...60, hundredths: 10_000)),
      ]
    }
    write("incentives", "incentive,facility,share,maximum", rows)
  }

  mutating func drawConstraints() {
    guard random.percent(60) else { return }
    let rows = (0..<random.whole(1...3)).map { index in
      ["rule-\(index + 1)"] + constraint()
    }
    write(
      "constraints", "constraint,kind,origin,destination,product,period,sense,value", rows)
  }

  /// A kind and the rest of its row, mostly loose and sometimes tight.
  private mutating func constraint() -> [String] {
    let period = random.percent(60) ? "*" : random.one(of: periods)
    switch random.whole(0...4) {
    case 0:
      let isLeast = random.percent(50)
      let count = isLeast ? random.whole(0...1) : random.whole(1...facilities.count)
      return [
        "open_facilities", selector(of: facilities).text, "", "*", period, isLeast ? ">=" : "<=",
        "\(count)",
      ]
    case 1:
      return [
        "investment", selector(of: facilities).text, "*", "*", period, "<=",
        random.decimal(30...150, hundredths: 10_000),
      ]
    case 2:
      return [
        "emissions", selector(of: facilities).text, "*", "", period, "<=",
        random.decimal(10...500),
      ]
    default:
      let isLeast = random.percent(40)
      return [
        "share", countrySelector().text, selector(of: facilities + customers).text,
        productOrAll(), period, isLeast ? ">=" : "<=",
        random.decimal(isLeast ? 0...10 : 10...20, hundredths: 5),
      ]
    }
  }
}
