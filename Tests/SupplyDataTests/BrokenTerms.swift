import TestDatasets

extension BrokenDataset {
  /// What can be wrong with costs over time, handling, contracts, clusters, service, returns, coproducts and the
  /// policies about them.
  static let terms = [
    BrokenDataset("service level of 1", at: "plan.yaml:2:16", says: "at least 0.5 and below 1") {
      $0.adding("plan.yaml", "service_level: 1")
    },
    BrokenDataset("service level below a half", at: "plan.yaml:2:16", says: "at least 0.5") {
      $0.adding("plan.yaml", "service_level: 40%")
    },
    BrokenDataset("deviation below 0", at: "demand.csv:2:20", says: "at least 0") {
      $0.replacing(
        "demand",
        "customer,product,period,quantity,shortage_cost,deviation\nshop,widget,*,80,3,-1\n")
    },
    BrokenDataset("an existing facility to come", at: "facilities.csv:2:25", says: "exists already")
    {
      $0.replacing(
        "facilities",
        "facility,country,kind,status,available_from\nplant,AA,plant,existing,year-1\n")
    },
    BrokenDataset("available in no period", at: "facilities.csv:2:26", says: "no period 'y'") {
      $0.replacing(
        "facilities", "facility,country,kind,status,available_from\nplant,AA,plant,candidate,y\n"
      ).replacing("capacity", "plant,line,100,1,2", with: "plant,line,100,0,2")
    },
    // Escalation and handling.
    table(
      "escalation", "cost unknown", at: "2:1", says: "production, handling, freight",
      cure: "'freight'", "fright,*,year-1,1"),
    table(
      "escalation", "period for all", at: "2:14", says: "no period '*'", "production,*,*,1"),
    table(
      "escalation", "factor below 0", at: "2:21", says: "at least 0", "production,*,year-1,-1"),
    table(
      "escalation", "carbon of a facility", at: "2:14", says: "does not use the column 'facility'",
      "carbon_price,plant,year-1,2"),
    table(
      "escalation", "equal factors", at: "3:9", says: "as specific as line 2 for 'plant'",
      "opening,kind:plant,year-1,2", "opening,kind:plant|shop2,year-1,2"),
    table(
      "escalation", "two prices of carbon", at: "3:14", says: "as specific as line 2",
      "carbon_price,*,year-1,2", "carbon_price,,year-1,2"),
    table("handling", "handling of a customer", at: "2:1", says: "no facility 'shop'", "shop,*,1,"),
    table(
      "handling", "equal rows of handling", at: "4:1", says: "as specific as line 3 for 'plant'",
      "plant,*,1,", "plant,widget,1,", "plant,widget,2,"),
    // Contracts.
    contract(
      "contract of nothing made", at: "2:9", says: "no production row for 'other'",
      "k,plant,other,1,,5,"),
    contract("maximum of 0", at: "2:19", says: "above 0", "k,plant,widget,1,,0,"),
    contract(
      "minimum above the maximum", at: "2:18", says: "exceeds the maximum of 5",
      "k,plant,widget,1,6,5,"),
    contract(
      "existing twice over", at: "2:21", says: "whole number up to 1", "k,plant,widget,1,,5,2"),
    contract(
      "signed by a candidate", at: "2:21", says: "has signed nothing", "k,shop2,widget,1,,5,1"),
    contract(
      "two signed at once", at: "3:21", says: "in line 2", "k,plant,widget,1,,5,1",
      "l,plant,widget,1,,5,1"),
    contract(
      "contract twice", at: "3:1", says: "already defined in line 2", "k,plant,widget,1,,5,",
      "k,plant,widget,2,,5,"),
    // Clusters.
    table("clusters", "cluster of one", at: "2:5", says: "at least 2", "c,*,1,5"),
    table("clusters", "half a facility", at: "2:5", says: "whole", "c,*,2.5,5"),
    table(
      "clusters", "step twice", at: "3:9", says: "already appears in line 2", "c,*,2,5",
      "c,plant,2,6"),
    // Returns and coproducts.
    table(
      "returns", "given back as itself", at: "2:13", says: "as itself",
      "shop,widget,widget,1"),
    table("returns", "share below 0", at: "2:19", says: "at least 0", "shop,widget,other,-1"),
    table(
      "returns", "product for all", at: "2:6", says: "no product '*'", "shop,*,other,1"),
    table(
      "returns", "equal rows of returns", at: "3:1", says: "as specific as line 2 for 'shop'",
      "country:BB,widget,other,1", "country:BB|region:South,widget,other,0.5"),
    BrokenDataset("lane from who returns nothing", at: "lanes.csv:3:1", says: "matches no facility")
    {
      others($0).adding("customers", "kiosk,BB").adding("demand", "kiosk,widget,*,1,1")
        .adding("returns", "customer,product,returned,share", "shop,widget,other,1")
        .adding("lanes", "kiosk,plant,truck")
    },
    table("coproducts", "quantity of 0", at: "2:14", says: "above 0", "widget,other,0"),
    table(
      "coproducts", "coproduct twice", at: "3:8", says: "already appears in line 2",
      "widget,other,1", "widget,other,2"),
    table(
      "coproducts", "coproduct of itself", at: "2:8", says: "comes of itself: 'widget' ← 'widget'",
      "widget,widget,1"),
    BrokenDataset(
      "cycle by way of a coproduct", at: "bills_of_materials.csv:2:8",
      says: "'other' ← 'widget' ← 'other'", cure: "coproducts.csv"
    ) {
      others($0).adding("bills_of_materials", "product,component,quantity", "widget,other,1")
        .adding("coproducts", "product,coproduct,quantity", "widget,other,1")
    },
    // Policies.
    policy(
      "most for at least", at: "2:25", says: "takes '>=' only", "c,minimum_if_open,*,*,*,<=,1,"),
    policy("least sources", at: "2:17", says: "takes '<=' only", "c,sources,*,*,*,>=,1,"),
    policy("half a source", at: "2:20", says: "whole", "c,sources,*,*,*,<=,1.5,"),
    policy("no source", at: "2:20", says: "at least 1", "c,sources,*,*,*,<=,0,"),
    policy(
      "sources of a facility", at: "2:11", says: "does not use the column 'origin'",
      "c,sources,plant,*,*,<=,1,"),
    policy(
      "requires a customer", at: "2:18", says: "no facility 'shop'",
      "c,requires,plant,shop,*,>=,1,"),
    policy(
      "requires a product", at: "2:16", says: "does not use the column 'product'",
      "c,requires,*,*,widget,>=,1,"),
    policy(
      "made at a destination", at: "2:16", says: "does not use the column 'destination'",
      "c,production,*,plant,*,>=,1,"),
    policy("service at most", at: "2:21", says: "takes '>=' only", "c,within_days,*,*,*,<=,1,5"),
    policy(
      "service of a facility", at: "2:17", says: "no customer 'plant'",
      "c,within_days,*,plant,*,>=,1,5"),
    policy(
      "service without a limit", at: "2:24", says: "'limit' is empty",
      "c,within_km,*,*,*,>=,1,"),
    policy(
      "limit of a flow", at: "2:19", says: "does not use the column 'limit'",
      "c,flow,*,*,*,>=,1,5"),
    BrokenDataset("no column of limits", at: "constraints.csv:2:3", says: "no column 'limit'") {
      $0.adding("constraints", "constraint,kind,sense,value", "c,within_km,>=,1")
    },
  ]

  private static let headers = [
    "escalation": "cost,facility,period,factor",
    "handling": "facility,product,unit_cost,emissions_t",
    "contracts": "contract,facility,product,unit_cost,minimum,maximum,existing",
    "clusters": "cluster,facility,at_least,saving",
    "returns": "customer,product,returned,share",
    "coproducts": "product,coproduct,quantity",
  ]

  /// The base with another product, and a candidate that can make the same.
  private static func others(_ dataset: TestDataset) -> TestDataset {
    dataset.adding("products", "other,t,1,").adding("facilities", "shop2,AA,plant,candidate,,")
      .adding("capacity", "shop2,x,1,0,1,,").adding("production", "shop2,widget,1")
  }

  private static func table(
    _ name: String, _ rule: String, at place: String, says cause: String, cure: String = "",
    _ rows: String...
  ) -> BrokenDataset {
    BrokenDataset(rule, at: "\(name).csv:\(place)", says: cause, cure: cure) {
      rows.reduce(others($0).adding(name, headers[name, default: ""])) { $0.adding(name, $1) }
    }
  }

  private static func contract(
    _ rule: String, at place: String, says cause: String, _ rows: String...
  ) -> BrokenDataset {
    BrokenDataset(rule, at: "contracts.csv:\(place)", says: cause) {
      rows.reduce(others($0).adding("contracts", headers["contracts", default: ""])) {
        $0.adding("contracts", $1)
      }
    }
  }

  private static func policy(
    _ rule: String, at place: String, says cause: String, _ row: String
  ) -> BrokenDataset {
    BrokenDataset(rule, at: "constraints.csv:\(place)", says: cause) {
      $0.adding(
        "constraints", "constraint,kind,origin,destination,product,sense,value,limit", row)
    }
  }
}
