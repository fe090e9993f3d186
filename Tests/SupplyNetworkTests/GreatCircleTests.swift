import Foundation
import SupplyData
import TestDatasets
import Testing

@testable import SupplyNetwork

@Suite("Great circle")
struct GreatCircleTests {
  private static let radius = 6371.0088

  private func distance(_ from: (Double, Double), _ to: (Double, Double)) -> Double {
    GreatCircle.kilometres(
      from: Coordinates(latitude: from.0, longitude: from.1),
      to: Coordinates(latitude: to.0, longitude: to.1))
  }

  @Test("quarters and halves of the globe")
  func parts() {
    let quarter = Self.radius * Double.pi / 2
    #expect(abs(distance((0, 0), (0, 90)) - quarter) < 1e-6)
    #expect(abs(distance((0, 40), (90, -7)) - quarter) < 1e-6)
    #expect(abs(distance((0, 0), (0, 180)) - 2 * quarter) < 1e-6)
    #expect(abs(distance((90, 0), (-90, 0)) - 2 * quarter) < 1e-6)
    #expect(distance((50, 10), (50, 10)) == 0)
  }

  @Test("the short way over the date line, and the same both ways")
  func dateLine() {
    let degree = Self.radius * Double.pi / 180
    #expect(abs(distance((0, 179.5), (0, -179.5)) - degree) < 1e-6)
    #expect(distance((10, 170), (-35, -120)) == distance((-35, -120), (10, 170)))
  }

  @Test("Paris to London, as maps have it")
  func cities() {
    #expect(abs(distance((48.8566, 2.3522), (51.5074, -0.1278)) - 343.56) < 0.05)
  }

  @Test("points that rounding makes more than opposite give a number")
  func opposite() {
    for latitude in stride(from: -89.9, through: 89.9, by: 7.3) {
      let way = distance((latitude, 12.3), (-latitude, -167.7))
      #expect(abs(way - Self.radius * Double.pi) < 0.1, "latitude \(latitude)")
    }
  }

  @Test(
    "a lane without a length is the great circle times circuity; a given length stands as it is")
  func lanes() throws {
    let base = TestDataset()
      .replacing("modes", "mode,cost_per_t_km,speed_km_per_day\ntruck,0.1,500\n")
    let direct = distance((50, 10), (40, 20))
    let drawn = try #require(try Network(base.read()).terms("widget", "plant", "shop"))
    #expect(abs(drawn.distanceKilometres - 1.2 * direct) < 1e-9)
    #expect(abs(drawn.leadTimeDays - 1.2 * direct / 500) < 1e-9)
    #expect(abs(drawn.unitCost - 0.01 * 1.2 * direct * 0.1) < 1e-9)

    let given = base.replacing(
      "lanes", "origin,destination,mode,distance_km\nplant,shop,truck,1000\n")
    let terms = try #require(try Network(given.read()).terms("widget", "plant", "shop"))
    #expect(terms.distanceKilometres == 1000)
    #expect(terms.leadTimeDays == 2)
    #expect(abs(terms.unitCost - 1) < 1e-12)
  }

  @Test("dwell, handling and emissions of a mode; what a lane says itself comes first")
  func modes() throws {
    let base = TestDataset().replacing(
      "modes",
      """
      mode,cost_per_t_km,cost_per_t,speed_km_per_day,dwell_days,circuity,emissions_t_per_t_km
      truck,0.1,7,500,3,1,0.0002

      """)
    let header = "origin,destination,mode,distance_km,unit_cost,lead_time_days\n"
    let plain = try Network(base.replacing("lanes", header + "plant,shop,truck,1000,,\n").read())
    let terms = try #require(plain.terms("widget", "plant", "shop"))
    #expect(abs(terms.unitCost - 0.01 * (1000 * 0.1 + 7)) < 1e-12)
    #expect(terms.leadTimeDays == 5)
    #expect(abs(terms.emissionsTonnes - 0.01 * 1000 * 0.0002) < 1e-15)

    let own = try Network(base.replacing("lanes", header + "plant,shop,truck,1000,4,9\n").read())
    let ownTerms = try #require(own.terms("widget", "plant", "shop"))
    #expect(ownTerms.unitCost == 4)
    #expect(ownTerms.leadTimeDays == 9)
  }
}
