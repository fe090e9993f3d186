import TestDatasets

extension BrokenDataset {
  /// What can be wrong with claims, rules of origin, drawback and quotas.
  static let trade = [
    tariff("neither rate", at: "3:9", says: "neither 'rate' nor 'unit_rate'", "t,*,*,*,,,,"),
    tariff("unit rate below 0", at: "3:10", says: "at least 0", "t,*,*,*,,-1,,"),
    tariff("period unknown", at: "3:12", says: "no period 'y'", "t,*,*,*,1,,y,"),
    tariff(
      "claim of nobody", at: "3:13", says: "no group 'Pct'", cure: "'Pact'", "t,*,*,*,1,,,Pct"),
    tariff(
      "claim under an alliance", at: "3:13", says: "of the kind alliance",
      cure: "kind trade_agreement", "t,*,*,*,1,,,Friends"),
    BrokenDataset("tariffs without any rate", at: "tariffs.csv:1:1", says: "both missing") {
      $0.adding("tariffs", "layer,origin,destination", "t,*,*", "t,*,*")
    },
    // Exemptions.
    disruption(
      "exempt from a surge", at: "2:12", says: "does not use the column 'exempt'",
      "s,demand,1,Pact"),
    disruption("exempt of nobody", at: "2:12", says: "no group", "s,tariff,1,x"),
    disruption(
      "exempt under an alliance", at: "2:12", says: "of the kind alliance", "s,tariff,1,Friends"),
    // Rules of origin.
    rule("agreement unknown", at: "2:1", says: "no group 'x'", "x,*,0.5"),
    rule("agreement that nothing names", at: "2:1", says: "nothing asks", "Other,*,0.5"),
    rule("content above 1", at: "2:8", says: "between 0 and 1", "Pact,*,1.5"),
    rule(
      "rule twice", at: "3:6", says: "already appears in line 2", "Pact,widget,0.5",
      "Pact,widget,0.6"),
    rule(
      "rule for all twice", at: "3:6", says: "already appears in line 2", "Pact,*,0.5",
      "Pact,,0.6"),
    // Drawback.
    drawback("component empty", at: "2:3", says: "'component' is empty", "*,,0.5"),
    drawback("share above 1", at: "2:5", says: "between 0 and 1", "*,*,1.5"),
    drawback("drawback of a facility", at: "2:1", says: "no country 'plant'", "plant,*,0.5"),
    drawback(
      "equal rows of drawback", at: "3:1", says: "as specific as line 2 for 'AA'",
      "AA,*,0.5", "country:AA,*,0.6"),
    // Quotas.
    quota(
      "layer unknown", at: "2:3", says: "no layer 'bse'", cure: "'base'",
      "q,bse,AA,BB,*,*,5,0"),
    quota("quantity below 0", at: "2:18", says: "at least 0", "q,base,AA,BB,*,*,-5,0"),
    quota("quota without a rate", at: "2:20", says: "'rate' is empty", "q,base,AA,BB,*,*,5,"),
    quota(
      "quota twice", at: "3:1", says: "already defined in line 2", "q,base,AA,BB,*,*,5,0",
      "q,base,BB,AA,*,*,5,0"),
    quota(
      "quotas that overlap", at: "3:1", says: "made in 'AA' that enter 'BB'",
      "q,base,AA,*,*,*,5,0", "r,base,region:North,BB,widget,year-1,5,0"),
  ]

  private static func agreements(_ dataset: TestDataset) -> TestDataset {
    dataset.adding(
      "groups", "group,kind,country", "Pact,trade_agreement,AA", "Pact,trade_agreement,BB",
      "Friends,alliance,AA", "Friends,alliance,BB", "Other,trade_agreement,AA",
      "Other,trade_agreement,BB"
    ).adding(
      "tariffs", "layer,origin,destination,product,rate,unit_rate,period,claim",
      "base,*,*,*,0.1,2,,Pact")
  }

  private static func make(
    _ table: String, _ header: String, _ rule: String, _ place: String, _ cause: String,
    cure: String = "", _ rows: [String]
  ) -> BrokenDataset {
    BrokenDataset(rule, at: "\(table).csv:\(place)", says: cause, cure: cure) {
      rows.reduce(agreements($0).adding(table, header)) { $0.adding(table, $1) }
    }
  }

  private static func tariff(
    _ rule: String, at place: String, says cause: String, cure: String = "", _ row: String
  ) -> BrokenDataset {
    BrokenDataset(rule, at: "tariffs.csv:\(place)", says: cause, cure: cure) {
      agreements($0).adding("tariffs", row)
    }
  }

  private static func disruption(
    _ rule: String, at place: String, says cause: String, _ row: String
  ) -> BrokenDataset {
    BrokenDataset(rule, at: "disruptions.csv:\(place)", says: cause) {
      agreements($0).adding("scenarios", "scenario,probability,duration_weeks", "s,0.1,4")
        .adding("disruptions", "scenario,effect,value,exempt", row)
    }
  }

  private static func rule(
    _ rule: String, at place: String, says cause: String, _ rows: String...
  ) -> BrokenDataset {
    make("rules_of_origin", "agreement,product,content", rule, place, cause, rows)
  }

  private static func drawback(
    _ rule: String, at place: String, says cause: String, _ rows: String...
  ) -> BrokenDataset {
    make("drawback", "country,component,share", rule, place, cause, rows)
  }

  private static func quota(
    _ rule: String, at place: String, says cause: String, cure: String = "", _ rows: String...
  ) -> BrokenDataset {
    make(
      "quotas", "quota,layer,origin,destination,product,period,quantity,rate", rule, place, cause,
      cure: cure, rows)
  }
}
