@testable import FigureDrawing
import SupplyData
import Testing

@testable import Report

@Suite struct MapTests {
  @Test func outlinesAreWhole() {
    let rings = WorldOutlines.rings
    #expect(rings.count > 200)
    for ring in rings {
      #expect(ring.count > 2)
      #expect(ring.allSatisfy { abs($0.latitude) <= 90 && (-180...195).contains($0.longitude) })
    }
    #expect(PackageResources.world_outlines_txt.count < 80_000)
  }

  /// Values published with the projection: the width and height of the world in units of the radius.
  @Test func equalEarth() {
    let map = EqualEarth(centralMeridian: 0)
    #expect(abs(map.project(latitude: 0, longitude: 180).x - 2.706630) < 1e-5)
    #expect(abs(map.project(latitude: 90, longitude: 0).y - 1.317363) < 1e-5)
    let greenwich = map.project(latitude: 0, longitude: 0)
    #expect(abs(greenwich.x) < 1e-12 && abs(greenwich.y) < 1e-12)
  }

  @Test func theMiddleIsOppositeTheWidestGap() {
    #expect(EqualEarth.middle(of: [-120, -75, 10, 80, 140]) == 10)
    #expect(EqualEarth.middle(of: [130, 140, -120]) == -175)
    #expect(EqualEarth.middle(of: [20]) == 20)
    #expect(EqualEarth.middle(of: []) == 0)
  }

  /// No country may reach from one edge of the map to the other, wherever the middle is.
  @Test(arguments: [-175.0, -90, 0, 10, 90, 150])
  func nothingWrapsAround(middle: Double) {
    for ring in WorldOutlines.rings {
      for part in WorldOutlines.parts(of: ring, around: middle) {
        #expect(part.allSatisfy { abs($0.longitude - middle) <= 180.000001 })
      }
    }
  }

  @Test func clippingCutsAtTheMeridian() {
    let square = [(0.0, 0.0), (0, 10), (10, 10), (10, 0)].map {
      Coordinates(latitude: $0.0, longitude: $0.1)
    }
    let west = WorldOutlines.clip(square, at: 4, keepWest: true)
    #expect(west.map(\.longitude).max() == 4)
    #expect(west.count == 4)
    #expect(WorldOutlines.clip(square, at: -1, keepWest: true).isEmpty)
  }

  /// An arc over the map's edge is drawn twice, leaving on one side and arriving on the other.
  @Test func arcsOverTheEdge() {
    let tokyo = Coordinates(latitude: 35.7, longitude: 139.7)
    let seattle = Coordinates(latitude: 47.6, longitude: -122.3)
    let rome = Coordinates(latitude: 41.9, longitude: 12.5)
    let delhi = Coordinates(latitude: 28.6, longitude: 77.2)
    let lima = Coordinates(latitude: -12, longitude: -77)
    let view = MapView(places: [tokyo, seattle, rome, delhi, lima], width: 880)
    func starts(_ path: String) -> Int { path.filter { $0 == "M" }.count }
    #expect(starts(FlowArc.path(view, from: tokyo, to: seattle, bend: 0.15)) == 2)
    #expect(starts(FlowArc.path(view, from: tokyo, to: rome, bend: 0.15)) == 1)
    // Without the others the Pacific is the middle, and nothing is torn.
    let pacific = MapView(places: [tokyo, seattle], width: 880)
    #expect(starts(FlowArc.path(pacific, from: tokyo, to: seattle, bend: 0.15)) == 1)
  }

  @Test(arguments: FigureWidth.allCases)
  func everyPlaceIsInTheWindow(size: FigureWidth) throws {
    let index = ReportIndex(BatteryTables.dataset())
    let view = try #require(MapFigure.views(index)[size])
    for facility in index.dataset.facilities {
      let point = view(facility.location)
      #expect((0...view.frame.right).contains(point.x) && (0...view.frame.bottom).contains(point.y))
    }
  }
}
