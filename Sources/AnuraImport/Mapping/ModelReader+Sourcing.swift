import SupplyData

/// Where a destination may take a product from, and what that costs.
struct Sourcing {
  /// A source's terms.
  struct Source {
    /// Money a unit.
    var unitCost: Double
    var row: AnuraRow
  }

  /// The sources of what a destination takes, by destination and product.
  var sources: [Stocked: [String: Source]] = [:]
  /// Destinations with a policy.
  var destinations: Set<String> = []
}

/// What handling a product costs at a facility, money a unit.
struct Handling {
  var inbound: [Stocked: Double] = [:]
  var outbound: [Stocked: Double] = [:]
  /// Facilities with a policy.
  var sites: Set<String> = []
  /// The line that says so.
  var lines: [Stocked: Int] = [:]
}

extension ModelReader {
  /// The policies that say from where customers and facilities take what.
  func readSourcing() -> Sourcing {
    var sourcing = Sourcing()
    let tables: [(String, column: String, EntityKind, sources: [EntityKind])] = [
      ("CustomerFulfillmentPolicies", "CustomerName", .customer, [.facility, .supplier]),
      ("ReplenishmentPolicies", "FacilityName", .facility, [.facility]),
      ("ProcurementPolicies", "FacilityName", .facility, [.supplier]),
    ]
    for (table, column, kind, kinds) in tables {
      for row in folder.rows(table) {
        guard let places = names.set(row, column, kind),
          let products = names.set(row, "ProductName", .product),
          let sources = kinds.count == 2
            ? names.set(row, "SourceName", .facility, .supplier)
            : names.set(row, "SourceName", kinds[0])
        else { continue }
        if AnuraKey.of(row.peek("OptimizationPolicy") ?? "") == "tooptimize" {
          row.use("OptimizationPolicy")
        } else {
          row.drop("OptimizationPolicy", "shares of sources, or one source alone: the plan chooses")
          row.drop("OptimizationPolicyValue", "shares of sources: the plan chooses")
        }
        for product in products.names {
          let unitCost = cost(row, "UnitCost", of: product) ?? 0
          for place in places.names {
            sourcing.destinations.insert(place)
            let want = Stocked(site: place, product: product)
            for source in sources.names where source != place {
              if let other = sourcing.sources[want]?[source] {
                row.drop("SourceName", "the source has its policy in line \(other.row.line)")
                continue
              }
              sourcing.sources[want, default: [:]][source] =
                Sourcing.Source(unitCost: unitCost, row: row)
            }
          }
        }
      }
    }
    return sourcing
  }

  /// The policies that say what goods cost as they enter and leave a facility.
  func readHandling() -> Handling {
    var handling = Handling()
    for row in folder.rows("WarehousingPolicies") {
      guard let facilities = names.set(row, "FacilityName", .facility),
        let products = names.set(row, "ProductName", .product)
      else { continue }
      row.use("ProductNameGroupBehavior")
      for product in products.names {
        let inbound = cost(row, "InboundHandlingCost", of: product) ?? 0
        let outbound = cost(row, "OutboundHandlingCost", of: product) ?? 0
        for facility in facilities.names where inbound + outbound > 0 {
          let stocked = Stocked(site: facility, product: product)
          if let line = handling.lines[stocked] {
            row.drop("ProductName", "the product is handled there by line \(line)")
            continue
          }
          handling.lines[stocked] = row.line
          handling.sites.insert(facility)
          handling.inbound[stocked] = inbound
          handling.outbound[stocked] = outbound
        }
      }
      for column in ["InboundHandlingCost", "OutboundHandlingCost"] where row.peek(column) != nil {
        row.approximate(column, "handling is included in freight to and from the facility")
      }
    }
    return handling
  }
}
