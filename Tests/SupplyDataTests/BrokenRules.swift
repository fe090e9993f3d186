import TestDatasets

extension BrokenDataset {
  /// What can be wrong with selectors and the tables that use them.
  static let rules = [
    // Modes and lanes.
    BrokenDataset("mode without speed", at: "modes.csv:2:11", says: "above 0") {
      $0.replacing("modes", "truck,0.1,500", with: "truck,0.1,0")
    },
    lane("mode unknown", at: "3:12", says: "no mode 'train'", "plant,shop,train"),
    lane("empty selector", at: "3:1", says: "'origin' is empty", ",shop,truck"),
    lane("empty part", at: "3:1", says: "part of the selector is empty", "plant||*,shop,truck"),
    lane(
      "facility unknown", at: "3:1", says: "no facility 'plat'", cure: "'plant'", "plat,shop,truck"),
    lane(
      "customer as an origin", at: "3:1", says: "no facility 'shop'", cure: "It is a customer",
      "shop,plant,truck"),
    lane(
      "country without its word", at: "3:1", says: "no facility 'AA'", cure: "'country:AA'",
      "AA,shop,truck"),
    lane(
      "region without its word", at: "3:7", says: "no facility or customer", cure: "'region:North'",
      "plant,North,truck"),
    lane(
      "kind as an id", at: "3:1", says: "no facility", cure: "'kind:supplier'",
      "supplier,shop,truck"),
    lane(
      "word unknown", at: "3:1", says: "'contry:'", cure: "'country:'", "contry:AA,shop,truck"),
    lane("country unknown", at: "3:1", says: "no country 'ZZ'", "country:ZZ,shop,truck"),
    lane(
      "region unknown", at: "3:1", says: "no region 'Noth'", cure: "'North'",
      "region:Noth,shop,truck"),
    lane("group unknown", at: "3:1", says: "no group 'EU'", "group:EU,shop,truck"),
    lane(
      "kind unknown", at: "3:1", says: "no kind 'plnt'", cure: "'plant'", "kind:plnt,shop,truck"),
    lane("nothing matched", at: "3:1", says: "matches no facility", "country:BB,shop,truck"),
    lane("no kind matched", at: "3:1", says: "matches no facility", "kind:warehouse,shop,truck"),
    lane("product unknown", at: "3:18", says: "no product", "plant,shop,truck,x"),
    lane("distance below 0", at: "3:20", says: "at least 0", "plant,shop,truck,*,-1"),
    // Tariffs and incentives.
    table(
      "tariffs", "layer,origin,destination,rate", "rate below 0", at: "2:7", says: "at least 0",
      "a,*,*,-1"),
    table(
      "tariffs", "layer,origin,destination,rate", "layer empty", at: "2:1",
      says: "'layer' is empty", ",*,*,1"),
    table(
      "tariffs", "layer,origin,destination,rate", "kind of country", at: "2:3",
      says: "'kind:' selects facilities", "a,kind:plant,*,1"),
    table(
      "tariffs", "layer,origin,destination,rate", "facility as country", at: "2:3",
      says: "no country 'plant'", cure: "It is a facility", "a,plant,*,1"),
    table(
      "incentives", "incentive,facility,share", "share above 1", at: "2:5", says: "between 0 and 1",
      cure: "For 1.5 % write 0.015 or 1.5%.", "a,*,1.5"),
    table(
      "incentives", "incentive,facility,share", "percentage above 1", at: "2:5",
      says: "between 0 and 1", cure: "For 1.5 % write", "a,*,150%"),
    table(
      "incentives", "incentive,facility,share", "share far above 1", at: "2:5",
      says: "between 0 and 1", cure: "Write a number between 0 and 1.", "a,*,101"),
    table(
      "incentives", "incentive,facility,share", "share below 0", at: "2:5",
      says: "between 0 and 1", cure: "Write a number between 0 and 1.", "a,*,-5%"),
    table(
      "incentives", "incentive,facility,share", "incentive twice", at: "3:1",
      says: "already defined in line 2", "a,*,0.1", "a,*,0.2"),
    // Buffers.
    buffer(
      "location unknown", at: "2:1", says: "no customer or facility 'shp'", cure: "'shop'",
      "shp,widget,1,"),
    buffer("location without demand", at: "2:1", says: "no demand for 'part'", "shop,part,1,"),
    buffer("location without use", at: "2:1", says: "nothing that 'plant' makes", "plant,part,1,"),
    buffer(
      "stock beyond the maximum", at: "2:15", says: "exceed the maximum", "shop,widget,1,2"),
    buffer(
      "buffer twice", at: "3:6", says: "already appears in line 2", "shop,widget,1,",
      "shop,widget,1,"),
    BrokenDataset("stock at a candidate", at: "buffers.csv:2:12", says: "is a candidate") {
      $0.adding("products", "part,t,1,")
        .adding("bills_of_materials", "product,component,quantity", "widget,part,1")
        .adding("facilities", "new,AA,plant,candidate,,").adding("capacity", "new,x,1,0,1,,")
        .adding("production", "new,widget,1")
        .adding("buffers", "location,product,maximum,existing", "new,part,5,1")
    },
    // Scenarios and disruptions.
    scenario("probability above 1", at: "2:3", says: "between 0 and 1", "a,1.5,4"),
    scenario("probabilities above 1", at: "3:3", says: "add up to 1.1", "a,0.6,4", "b,0.5,4"),
    scenario("duration of 0", at: "2:7", says: "at most 52 weeks", "a,0.1,0"),
    scenario("duration of 53", at: "2:7", says: "at most 52 weeks", "a,0.1,53"),
    scenario("scenario twice", at: "3:1", says: "already defined in line 2", "a,0.1,1", "a,0.1,1"),
    disruption("scenario unknown", at: "2:1", says: "no scenario 't'", "t,capacity,*,*,*,*,1"),
    disruption(
      "effect unknown", at: "2:3",
      says: "capacity, lane, tariff, demand, production_cost or freight_cost", cure: "'tariff'",
      "s,tarif,*,*,*,*,1"),
    disruption(
      "capacity with a destination", at: "2:14", says: "does not use the column 'destination'",
      "s,capacity,*,shop,*,*,1"),
    disruption("capacity above 1", at: "2:20", says: "between 0 and 1", "s,capacity,*,*,*,*,1.5"),
    disruption(
      "capacity of a customer", at: "2:12", says: "no facility 'shop'", "s,capacity,shop,*,*,*,1"),
    disruption("lane below 0", at: "2:16", says: "between 0 and 1", "s,lane,*,*,*,*,-0.5"),
    disruption(
      "part of a lane for one product", at: "2:21", says: "to one product",
      "s,lane,*,*,*,widget,0.5"),
    disruption(
      "tariff with a mode", at: "2:14", says: "does not use the column 'mode'",
      "s,tariff,*,*,truck,*,1"),
    disruption("tariff of text", at: "2:18", says: "not a number", "s,tariff,*,*,*,*,up"),
    disruption(
      "demand with an origin", at: "2:10", says: "does not use the column 'origin'",
      "s,demand,plant,*,*,*,1"),
    disruption("demand below -1", at: "2:18", says: "at least -1", "s,demand,*,*,*,*,-1.5"),
    disruption(
      "demand of a facility", at: "2:12", says: "no customer 'plant'", cure: "It is a facility",
      "s,demand,*,plant,*,*,1"),
    // Constraints.
    constraint(
      "kind unknown", at: "2:3",
      says: "open_facilities, share, investment, emissions, survive, production, flow",
      "c,shares,*,*,*,*,<=,1"),
    constraint("sense unknown", at: "2:21", says: "<= or >=", "c,emissions,*,*,*,*,=,1"),
    constraint(
      "least investment", at: "2:22", says: "takes '<=' only", "c,investment,*,*,*,*,>=,1"),
    constraint(
      "emissions of a product", at: "2:17", says: "does not use the column 'product'",
      "c,emissions,*,*,widget,*,<=,1"),
    constraint(
      "facilities at a destination", at: "2:21", says: "does not use the column 'destination'",
      "c,open_facilities,*,shop,*,*,<=,1"),
    constraint(
      "share of a facility", at: "2:9", says: "no country 'plant'", "c,share,plant,*,*,*,<=,1"),
    constraint("period unknown", at: "2:15", says: "no period", "c,share,*,*,*,y,<=,1"),
    constraint("value below 0", at: "2:20", says: "at least 0", "c,share,*,*,*,*,<=,-1"),
    constraint(
      "least survival", at: "2:23", says: "takes '<=' only", "c,survive,plant,*,*,*,>=,1"),
    constraint(
      "survival of a product", at: "2:19", says: "does not use the column 'product'",
      "c,survive,plant,*,widget,*,<=,1"),
    constraint(
      "target unknown", at: "2:11", says: "no facility 'plat'", cure: "'plant'",
      "c,survive,plat,*,*,*,<=,1"),
    constraint(
      "no time to recover", at: "2:11", says: "recovery.csv does not say how long 'plant'",
      cure: "'plant,8'", "c,survive,plant,*,*,*,<=,1"),
    // Times to recover.
    recovery(
      "target without facilities", at: "2:1", says: "nothing that could fail", "country:BB,8"),
    recovery(
      "target of a word unknown", at: "2:1", says: "names no area", cure: "'country:'",
      "contry:AA,8"),
    recovery(
      "product without a country", at: "2:1", says: "does not say where", "product:widget,8"),
    recovery(
      "corridor of three", at: "2:1", says: "more than two ends",
      "country:AA>country:BB>country:AA,8"),
    recovery(
      "mode of a corridor", at: "2:1", says: "no mode 'ship'",
      "country:AA>country:BB@mode:ship,8"),
    recovery("no weeks", at: "2:7", says: "between 0.01 and 520 weeks", "plant,0"),
    recovery("target twice", at: "3:1", says: "already appears in line 2", "plant,8", "plant,9"),
    constraint(
      "constraint twice", at: "3:1", says: "already defined in line 2", "c,share,*,*,*,*,<=,1",
      "c,share,*,*,*,*,>=,0"),
  ]

  private static func lane(
    _ rule: String, at place: String, says cause: String, cure: String = "", _ row: String
  ) -> BrokenDataset {
    let header = "origin,destination,mode,product,distance_km"
    let commas = String(repeating: ",", count: 4 - row.count { $0 == "," })
    return BrokenDataset(rule, at: "lanes.csv:\(place)", says: cause, cure: cure) {
      $0.replacing("lanes", "\(header)\nplant,shop,truck,,\n\(row)\(commas)\n")
    }
  }

  private static func table(
    _ name: String, _ header: String, _ rule: String, at place: String, says cause: String,
    cure: String = "", _ rows: String...
  ) -> BrokenDataset {
    BrokenDataset(rule, at: "\(name).csv:\(place)", says: cause, cure: cure) {
      rows.reduce($0.adding(name, header)) { $0.adding(name, $1) }
    }
  }

  private static func recovery(
    _ rule: String, at place: String, says cause: String, cure: String = "", _ rows: String...
  ) -> BrokenDataset {
    BrokenDataset(rule, at: "recovery.csv:\(place)", says: cause, cure: cure) {
      rows.reduce($0.adding("recovery", "target,weeks")) { $0.adding("recovery", $1) }
    }
  }

  private static func buffer(
    _ rule: String, at place: String, says cause: String, cure: String = "", _ rows: String...
  ) -> BrokenDataset {
    BrokenDataset(rule, at: "buffers.csv:\(place)", says: cause, cure: cure) {
      rows.reduce(
        $0.adding("products", "part,t,1,")
          .adding("buffers", "location,product,maximum,existing")
      ) { $0.adding("buffers", $1) }
    }
  }

  private static func scenario(
    _ rule: String, at place: String, says cause: String, _ rows: String...
  ) -> BrokenDataset {
    BrokenDataset(rule, at: "scenarios.csv:\(place)", says: cause) {
      rows.reduce($0.adding("scenarios", "scenario,probability,duration_weeks")) {
        $0.adding("scenarios", $1)
      }
    }
  }

  private static func disruption(
    _ rule: String, at place: String, says cause: String, cure: String = "", _ row: String
  ) -> BrokenDataset {
    BrokenDataset(rule, at: "disruptions.csv:\(place)", says: cause, cure: cure) {
      $0.adding("scenarios", "scenario,probability,duration_weeks", "s,0.1,4").adding(
        "disruptions", "scenario,effect,origin,destination,mode,product,value", row)
    }
  }

  private static func constraint(
    _ rule: String, at place: String, says cause: String, cure: String = "", _ rows: String...
  ) -> BrokenDataset {
    BrokenDataset(rule, at: "constraints.csv:\(place)", says: cause, cure: cure) {
      rows.reduce(
        $0.adding(
          "constraints", "constraint,kind,origin,destination,product,period,sense,value")
      ) { $0.adding("constraints", $1) }
    }
  }
}
