import TestDatasets

extension BrokenDataset {
  /// What can be wrong with the tables of places and goods.
  static let tables = [
    // Countries and groups.
    BrokenDataset(
      "country twice", at: "countries.csv:4:1", says: "'AA' is already defined in line 2"
    ) {
      $0.adding("countries", "AA,North,1,1")
    },
    BrokenDataset("country named *", at: "countries.csv:4:1", says: "stands for all") {
      $0.adding("countries", "*,North,1,1")
    },
    BrokenDataset("country with a colon", at: "countries.csv:4:1", says: "contains ':'") {
      $0.adding("countries", "a:b,North,1,1")
    },
    BrokenDataset("region with a bar", at: "countries.csv:4:4", says: "contains '|'") {
      $0.adding("countries", "CC,a|b,1,1")
    },
    BrokenDataset("latitude", at: "countries.csv:4:10", says: "-90 and 90") {
      $0.adding("countries", "CC,North,91,1")
    },
    BrokenDataset("longitude", at: "countries.csv:4:12", says: "-180 and 180") {
      $0.adding("countries", "CC,North,9,-181")
    },
    groups(
      "kind of group", at: "2:3", says: "customs_union, trade_agreement or alliance", "g,union,AA"),
    groups(
      "group of unknown country", at: "2:12", says: "no country 'AB'", "g,alliance,AB"
    ),
    groups(
      "two kinds of a group", at: "3:3", says: "has the kind alliance in line 2", "g,alliance,AA",
      "g,customs_union,BB"),
    groups(
      "two customs unions", at: "3:17", says: "already in the customs union 'g'",
      "g,customs_union,AA",
      "h,customs_union,AA"),
    groups(
      "member twice", at: "3:12", says: "already appears in line 2", "g,alliance,AA",
      "g,alliance,AA"),
    groups("group named *", at: "2:1", says: "stands for all", "*,alliance,AA"),
    // Products.
    BrokenDataset("product without a unit", at: "products.csv:3:3", says: "'unit' is empty") {
      $0.adding("products", "x,,5,").adding("demand", "shop,x,*,1,1")
    },
    BrokenDataset("value of 0", at: "products.csv:3:5", says: "above 0") {
      $0.adding("products", "x,t,0,").adding("demand", "shop,x,*,1,1")
    },
    bom(
      "component unknown", at: "2:8", says: "no product 'wigdet'", cure: "'widget'",
      "widget,wigdet,1"),
    bom("quantity of 0", at: "2:16", says: "above 0", "widget,widget2,0"),
    bom(
      "component twice", at: "3:8", says: "already appears in line 2", "widget,widget2,1",
      "widget,widget2,2"),
    bom(
      "made of itself", at: "2:8", says: "made of itself: 'widget' ← 'widget'", "widget,widget,1"),
    bom(
      "cycle", at: "4:9", says: "'widget' ← 'widget2' ← 'widget3' ← 'widget'", "widget,widget2,1",
      "widget2,widget3,1", "widget3,widget,1"),
    // Facilities, modules and production.
    facility(
      "facility twice", at: "3:1", says: "'plant' is already defined in line 2",
      "plant,AA,plant,existing,,"
    ),
    facility("country unknown", at: "3:3", says: "no country 'ZZ'", "x,ZZ,plant,existing,,"),
    facility(
      "kind", at: "3:6", says: "supplier, plant, microfactory or warehouse", cure: "'plant'",
      "x,AA,plnat,existing,,"),
    facility("status", at: "3:12", says: "existing or candidate", "x,AA,plant,new,,"),
    facility("cost below 0", at: "3:21", says: "at least 0", "x,AA,plant,existing,-1,"),
    BrokenDataset("decision", at: "facilities.csv:2:25", says: "consider, open or closed") {
      $0.replacing(
        "facilities", "facility,country,kind,status,decision\nplant,AA,plant,existing,shut\n")
    },
    BrokenDataset("half a location", at: "facilities.csv:2:10", says: "'longitude' is not") {
      $0.replacing(
        "facilities",
        "facility,country,latitude,longitude,kind,status\nplant,AA,5,,plant,existing\n"
      )
    },
    capacity(
      "facility unknown", at: "3:1", says: "no facility 'plnt'", cure: "'plant'", "plnt,x,1,0,1,,"),
    capacity("size of 0", at: "3:9", says: "above 0", "plant,x,0,0,1,,"),
    capacity("half a module", at: "3:13", says: "whole", "plant,x,1,0,1.5,,"),
    capacity("a billion modules", at: "3:13", says: "up to 1000000", "plant,x,1,0,1e9,,"),
    capacity(
      "more than the maximum", at: "3:11", says: "3 existing modules exceed", "plant,x,1,3,2,,"),
    capacity("module twice", at: "3:7", says: "already appears in line 2", "plant,line,1,0,2,,"),
    capacity("module without a name", at: "3:7", says: "'module' is empty", "plant,,1,0,2,,"),
    BrokenDataset("module at a candidate", at: "capacity.csv:2:16", says: "is a candidate") {
      $0.replacing("facilities", "existing", with: "candidate")
    },
    BrokenDataset("production twice", at: "production.csv:3:7", says: "already appears in line 2") {
      $0.adding("production", "plant,widget,3")
    },
    BrokenDataset(
      "production without capacity", at: "production.csv:3:1", says: "no rows in capacity.csv"
    ) {
      $0.adding("facilities", "x,AA,plant,existing,,").adding("production", "x,widget,3")
    },
    BrokenDataset("capacity use of 0", at: "production.csv:2:16", says: "above 0") {
      $0.replacing("production", "facility,product,unit_cost,capacity_use\nplant,widget,1,0\n")
    },
    // Customers and demand.
    BrokenDataset(
      "customer with a facility's id", at: "customers.csv:3:1", says: "id of a facility"
    ) {
      $0.adding("customers", "plant,BB")
    },
    demand(
      "customer unknown", at: "3:1", says: "no customer 'shp'", cure: "'shop'", "shp,widget,*,1,1"),
    demand("product unknown", at: "3:6", says: "no product", "shop,x,*,1,1"),
    demand(
      "period unknown", at: "3:13", says: "no period 'year-2'", cure: "'year-1'",
      "shop,widget,year-2,1,1"),
    demand("period empty", at: "3:13", says: "'period' is empty", "shop,widget,,1,1"),
    demand("demand twice", at: "3:13", says: "already appears in line 2", "shop,widget,*,1,1"),
    demand("demand below 0", at: "3:20", says: "at least 0", "shop,widget,year-1,-1,1"),
    demand("shortage cost of 0", at: "3:22", says: "above 0", "shop,widget,year-1,1,0"),
  ]

  private static func groups(
    _ rule: String, at place: String, says cause: String, cure: String = "", _ rows: String...
  ) -> BrokenDataset {
    BrokenDataset(rule, at: "groups.csv:\(place)", says: cause, cure: cure) {
      rows.reduce($0.adding("groups", "group,kind,country")) { $0.adding("groups", $1) }
    }
  }

  private static func bom(
    _ rule: String, at place: String, says cause: String, cure: String = "", _ rows: String...
  ) -> BrokenDataset {
    BrokenDataset(rule, at: "bills_of_materials.csv:\(place)", says: cause, cure: cure) {
      let table = "bills_of_materials"
      let products = $0.adding("products", "widget2,t,1,", "widget3,t,1,")
      return rows.reduce(products.adding(table, "product,component,quantity")) {
        $0.adding(table, $1)
      }
    }
  }

  private static func facility(
    _ rule: String, at place: String, says cause: String, cure: String = "", _ row: String
  ) -> BrokenDataset {
    BrokenDataset(rule, at: "facilities.csv:\(place)", says: cause, cure: cure) {
      $0.adding("facilities", row)
    }
  }

  private static func capacity(
    _ rule: String, at place: String, says cause: String, cure: String = "", _ row: String
  ) -> BrokenDataset {
    BrokenDataset(rule, at: "capacity.csv:\(place)", says: cause, cure: cure) {
      $0.adding("capacity", row)
    }
  }

  private static func demand(
    _ rule: String, at place: String, says cause: String, cure: String = "", _ row: String
  ) -> BrokenDataset {
    BrokenDataset(rule, at: "demand.csv:\(place)", says: cause, cure: cure) {
      $0.adding("demand", row)
    }
  }
}
