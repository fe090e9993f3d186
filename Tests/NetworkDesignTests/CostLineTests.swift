import SupplyPlan
import TestDatasets
import Testing

/// Operating and limits, line by line, against sums done by hand.
@Suite("Cost lines by hand")
struct CostLineTests {
  @Test("a plant, a lane, a customer")
  func base() throws {
    try expectCosts(
      of: plan(HandCase.base),
      ["facility_fixed": 1000, "module_fixed": 500, "production": 1600, "freight": 80])
  }

  @Test("pipeline: a tenth of a year under way at 15 % of the value")
  func pipeline() throws {
    let dataset = HandCase.base.replacing("lanes", HandCase.lanes("plant,shop,truck,,1,36.5,"))
    try expectCosts(
      of: plan(dataset),
      [
        "facility_fixed": 1000, "module_fixed": 500, "production": 1600, "freight": 80,
        "pipeline": 80 * 100 * 0.15 * 0.1,
      ])
  }

  @Test("carbon: production and freight at the price of a tonne")
  func carbon() throws {
    let dataset = HandCase.base
      .replacing("plan.yaml", "name: base\ncarbon_price: 50\n")
      .replacing("production", "facility,product,unit_cost,emissions_t\nplant,widget,20,0.2\n")
      .replacing(
        "modes", "mode,cost_per_t_km,speed_km_per_day,emissions_t_per_t_km\ntruck,0.1,500,0.0001\n")
    try expectCosts(
      of: plan(dataset),
      [
        "facility_fixed": 1000, "module_fixed": 500, "production": 1600, "freight": 80,
        // 0.2 t a widget, and 0.01 t over 1000 km at 0.1 kg a tonne and kilometre.
        "carbon": 50 * 80 * (0.2 + 0.01 * 1000 * 0.0001),
      ])
  }

  @Test("shortage: what all modules cannot make")
  func shortage() throws {
    let dataset = HandCase.base.replacing("demand", "80,300", with: "230,300")
    try expectCosts(
      of: plan(dataset),
      [
        "building": 5000, "facility_fixed": 1000, "module_fixed": 1000, "production": 4000,
        "freight": 200, "shortage": 30 * 300,
      ])
  }

  @Test("throughput bounds what leaves a facility, all products together")
  func throughput() throws {
    let dataset = HandCase.base
      .adding("products", "gadget,piece,10,0.01")
      .adding("production", "plant,gadget,5")
      .adding("demand", "shop,gadget,*,10,1000")
      .replacing(
        "facilities",
        "facility,country,kind,status,fixed_cost,throughput\nplant,AA,plant,existing,1000,50\n")
    // The gadgets, which are dear to miss, and 40 of the widgets.
    try expectCosts(
      of: plan(dataset),
      [
        "facility_fixed": 1000, "module_fixed": 500, "production": 40 * 20 + 10 * 5,
        "freight": 50, "shortage": 40 * 300,
      ])
  }

  @Test("the capacity of a lane holds for its mode alone")
  func laneCapacity() throws {
    let dataset = HandCase.base
      .replacing("lanes", HandCase.lanes("plant,shop,truck,,1,0,60", "plant,shop,plane,,7,0,15"))
      .adding("modes", "plane,0.5,9000")
    try expectCosts(
      of: plan(dataset),
      [
        "facility_fixed": 1000, "module_fixed": 500, "production": 75 * 20,
        "freight": 60 + 15 * 7, "shortage": 5 * 300,
      ])
  }

  @Test("capacity is shared by what each product uses of it")
  func capacityUse() throws {
    let dataset = HandCase.base
      .replacing("capacity", "100,1,2", with: "100,1,1")
      .replacing("production", "facility,product,unit_cost,capacity_use\nplant,widget,20,2.5\n")
    try expectCosts(
      of: plan(dataset),
      [
        "facility_fixed": 1000, "module_fixed": 500, "production": 40 * 20, "freight": 40,
        "shortage": 40 * 300,
      ])
  }

  @Test("a bill of materials with a share constraint on its components")
  func billOfMaterials() throws {
    let dataset = HandCase.base
      .adding("countries", "CC,South,42,21")
      .adding("products", "bolt,piece,2,0.0001")
      .adding("bills_of_materials", "product,component,quantity", "widget,bolt,2")
      .adding("facilities", "smith,AA,supplier,existing,0,10", "forge,CC,supplier,existing,0,30")
      .adding("capacity", "smith,press,1000,1,1,0,0", "forge,press,1000,1,1,0,0")
      .adding("production", "smith,bolt,1", "forge,bolt,3")
      .replacing(
        "lanes",
        HandCase.lanes("plant,shop,truck,,1,0,", "kind:supplier,plant,truck,bolt,0.5,0,"))
    try expectCosts(
      of: plan(dataset),
      [
        "facility_fixed": 1000 + 10, "module_fixed": 500, "production": 1600 + 160,
        "freight": 80 + 80,
      ])
    let bound = dataset.adding(
      "constraints", "constraint,kind,origin,destination,product,sense,value",
      "few,share,AA,plant,bolt,<=,0.25")
    let plan = try plan(bound)
    expectCosts(
      of: plan,
      [
        "facility_fixed": 1000 + 10 + 30, "module_fixed": 500,
        "production": 1600 + 40 * 1 + 120 * 3, "freight": 80 + 80,
      ])
    let bolts = plan.flows.filter { $0.product == "bolt" }
    #expect(bolts.first { $0.origin == "smith" }.map { agree($0.quantity, 40) } == true)
  }
}
