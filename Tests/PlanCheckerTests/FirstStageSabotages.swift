import SupplyPlan

@testable import PlanChecker
@testable import SupplyData

extension Sabotage {
  /// Falsified decisions.
  static let firstStage: [Sabotage] = [
    Sabotage("opens without opening", .opening, at: "facility micro, period later") { plan, _ in
      plan.facility("micro", "later") { $0.opened = false }
    },
    Sabotage("closes without closing", .opening, at: "facility old, period later") { plan, _ in
      plan.facility("old", "later") { $0.closed = false }
    },
    Sabotage("opens what is open", .opening, at: "facility plant, period now") { plan, _ in
      plan.facility("plant", "now") { $0.opened = true }
    },
    Sabotage("opens and closes at once", .openingTwice, at: "facility hub, period later") {
      plan, _ in
      plan.facility("hub", "later") {
        $0.opened = true
        $0.closed = true
      }
    },
    Sabotage("opens twice", .openingTwice, at: "facility micro, openings") { plan, dataset in
      for id in ["after", "last"] {
        dataset.settings.periods.append(Period(id: id, years: 1))
        plan.facilities.append(
          FacilityDecisionRow(
            facility: "micro", period: id, open: id == "last", opened: id == "last",
            closed: id == "after"))
      }
    },
    Sabotage("closes twice", .openingTwice, at: "facility old, closings") { plan, dataset in
      for id in ["after", "last"] {
        dataset.settings.periods.append(Period(id: id, years: 1))
        plan.facilities.append(
          FacilityDecisionRow(
            facility: "old", period: id, open: id == "after", opened: id == "after",
            closed: id == "last"))
      }
    },
    Sabotage("leaves open what must close", .decision, at: "facility hub, period now") {
      $1.facilities[4].decision = .closed
    },
    Sabotage("closes what must stay open", .decision, at: "facility old, period later") {
      $1.facilities[2].decision = .open
    },
    Sabotage("modules from nowhere", .modules, at: "facility micro, module line, period later") {
      plan, _ in plan.module("micro", "later") { $0.built = 1 }
    },
    Sabotage("modules vanish", .modules, at: "facility old, module line, period later") {
      plan, _ in plan.module("old", "later") { $0.retired = 0 }
    },
    Sabotage("existing modules forgotten", .modules, at: "facility mine, module line, period now") {
      plan, _ in plan.module("mine", "now") { $0.count = 2 }
    },
    Sabotage("more modules than fit", .moduleLimit, at: "facility mine, module line, period now") {
      $1.capacity[0].maximum = 2
    },
    Sabotage("modules where it is closed", .moduleLimit, at: "facility old, module line") {
      plan, _ in
      plan.module("old", "later") {
        $0.count = 1
        $0.retired = 0
      }
    },
    Sabotage("fewer than no modules", .moduleLimit, at: "facility old, module line, period later") {
      plan, _ in
      plan.module("old", "later") {
        $0.count = -1
        $0.retired = 2
      }
    },
    Sabotage("builds less than nothing", .moduleLimit, at: "period later, built") { plan, _ in
      plan.module("plant", "later") {
        $0.built = -1
        $0.retired = -1
      }
    },
    Sabotage("builds and retires too much", .moduleLimit, at: "period later, retired") {
      plan, _ in
      plan.module("micro", "later") {
        $0.built = 6
        $0.retired = 4
      }
    },
    Sabotage("more stock than fits", .stock, at: "location shop, product widget, period now") {
      $1.buffers[0].maximum = 9.99
    },
    Sabotage("less than no stock", .stock, at: "location plant, product gear, period later") {
      plan, _ in plan.buffers[3].stock = -0.01
    },
    Sabotage("grants more than the share", .incentive, at: "incentive act, facility micro") {
      $1.incentives[0].share = 0.44
    },
    Sabotage("grants more than the maximum", .incentive, at: "incentive act, all facilities") {
      $1.incentives[0].maximum = 1799
    },
    Sabotage("grants before the cost", .incentive, at: "facility micro, period now") {
      plan, _ in plan.incentives[0].period = "now"
    },
    Sabotage("grants to whom it is not for", .incentive, at: "facility plant, period later") {
      plan, _ in plan.incentives[0].facility = "plant"
    },
    Sabotage("takes instead of granting", .incentive, at: "facility micro, period later") {
      plan, _ in plan.incentives[0].granted = -1
    },
    Sabotage("grants more than the cost in all", .incentive, at: "all incentives, facility micro") {
      plan, dataset in
      dataset.incentives.append(dataset.incentives[0])
      dataset.incentives[1].id = "second"
      dataset.incentives[1].share = 1
      dataset.incentives[1].maximum = nil
      plan.incentives.append(
        GrantRow(incentive: "second", facility: "micro", period: "later", granted: 2300))
    },
  ]
}
