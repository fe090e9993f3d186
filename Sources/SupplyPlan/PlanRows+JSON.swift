extension PlanRisk {
  var json: JSONValue {
    .object([
      ("measure", .text(measure)), ("level", .number(level)),
      ("sales_at_risk", .number(salesAtRisk)), ("bound", .number(bound)),
    ])
  }

  init(_ reader: JSONReader?) {
    self.init(
      measure: reader?.text("measure") ?? "", level: reader?.optionalNumber("level"),
      salesAtRisk: reader?.optionalNumber("sales_at_risk"), bound: reader?.optionalNumber("bound"))
  }
}

extension FacilityDecisionRow {
  var json: JSONValue {
    .object([
      ("facility", .text(facility)), ("period", .text(period)), ("open", .bool(open)),
      ("opened", .bool(opened)), ("closed", .bool(closed)),
    ])
  }

  init(_ reader: JSONReader) {
    self.init(
      facility: reader.text("facility"), period: reader.text("period"), open: reader.bool("open"),
      opened: reader.bool("opened"), closed: reader.bool("closed"))
  }
}

extension ModuleRow {
  var json: JSONValue {
    .object([
      ("facility", .text(facility)), ("module", .text(module)), ("period", .text(period)),
      ("count", .whole(count)), ("built", .whole(built)), ("retired", .whole(retired)),
    ])
  }

  init(_ reader: JSONReader) {
    self.init(
      facility: reader.text("facility"), module: reader.text("module"),
      period: reader.text("period"), count: reader.whole("count"), built: reader.whole("built"),
      retired: reader.whole("retired"))
  }
}

extension StockRow {
  var json: JSONValue {
    .object([
      ("location", .text(location)), ("product", .text(product)), ("period", .text(period)),
      ("stock", .number(stock)),
    ])
  }

  init(_ reader: JSONReader) {
    self.init(
      location: reader.text("location"), product: reader.text("product"),
      period: reader.text("period"), stock: reader.number("stock"))
  }
}

extension GrantRow {
  var json: JSONValue {
    .object([
      ("incentive", .text(incentive)), ("facility", .text(facility)), ("period", .text(period)),
      ("granted", .number(granted)),
    ])
  }

  init(_ reader: JSONReader) {
    self.init(
      incentive: reader.text("incentive"), facility: reader.text("facility"),
      period: reader.text("period"), granted: reader.number("granted"))
  }
}

extension ScenarioLossRow {
  var json: JSONValue {
    .object([
      ("scenario", .text(scenario)), ("period", .text(period)),
      ("sales_lost", .number(salesLost)),
    ])
  }

  init(_ reader: JSONReader) {
    self.init(
      scenario: reader.text("scenario"), period: reader.text("period"),
      salesLost: reader.number("sales_lost"))
  }
}

extension OutageLossRow {
  var json: JSONValue {
    .object([
      ("target", .text(target)), ("period", .text(period)), ("weeks", .number(weeks)),
      ("sales_lost", .number(salesLost)),
    ])
  }

  init(_ reader: JSONReader) {
    self.init(
      target: reader.text("target"), period: reader.text("period"),
      weeks: reader.number("weeks"), salesLost: reader.number("sales_lost"))
  }
}

extension MixRow {
  var json: JSONValue {
    .object([
      ("period", .text(period)), ("class", .text(self.class.rawValue)),
      ("country", .text(country)), ("microfactory", .bool(microfactory)),
      ("value_share", .number(valueShare)),
    ])
  }

  init(_ reader: JSONReader) {
    self.init(
      period: reader.text("period"), class: reader.word("class", or: .offshore),
      country: reader.text("country"), microfactory: reader.bool("microfactory"),
      valueShare: reader.number("value_share"))
  }
}

extension BrokenRow {
  var json: JSONValue {
    .object([
      ("constraint", .text(constraint)), ("decision", .text(decision)),
      ("facility", .text(facility)), ("period", .text(period)),
    ])
  }

  init(_ reader: JSONReader) {
    self.init(
      constraint: reader.optionalText("constraint"), decision: reader.optionalText("decision"),
      facility: reader.optionalText("facility"), period: reader.text("period"))
  }
}
