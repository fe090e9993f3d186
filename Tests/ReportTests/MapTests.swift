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

  /// Between Asia and America much goes over the Pacific and little over the Atlantic: there the map is cut, however wide the Pacific
  /// is.
  @Test func `the seam cuts the least`() {
    let places = [-100.0, -80, 0, 10, 120, 130]
    func middle(_ pacific: Double, _ atlantic: Double) -> Double {
      EqualEarth.middle(
        of: places, flows: [(130, -100, pacific), (10, -80, atlantic), (120, 10, 5)])
    }
    #expect(middle(9, 1) == 140)
    #expect(middle(1, 9) == 15)
    // What goes nearly half round the world goes the other way round rather than over the edge.
    let far = EqualEarth.middle(
      of: [-100, -80, 0, 90, 130], flows: [(130, -100, 9), (90, -80, 5), (0, 90, 1)])
    #expect(far == 140)
    // A hundredth of all is not worth a narrower seam.
    #expect(middle(0.02, 0) == 15)
  }

  /// The widest flow lies inside the window with all of its curve, in either width.
  @Test(arguments: FigureWidth.allCases)
  func `the widest flow is whole`(size: FigureWidth) throws {
    let input = BatteryPlans(BatteryTables.dataset()).input()
    let index = ReportIndex(input.dataset)
    let view = try #require(MapFigure.views(index, plans: input.plans)[size])
    for plan in input.plans {
      let flow = try #require(FlowFacts.flows(index, plan, period: index.lastPeriod).first)
      let path = FlowArc.path(
        view, from: try #require(index.location(ofNode: flow.origin)),
        to: try #require(index.location(ofNode: flow.destination)),
        bend: MapFigure.bend(flow.placement))
      #expect(path.filter { $0 == "M" }.count == 1, "torn in two")
      let numbers = path.split { !"-.0123456789".contains($0) }.compactMap { Double($0) }
      try #require(numbers.count == 6)
      for step in 0...20 {
        let t = Double(step) / 20
        let (start, control, end): (Double, Double, Double) = (
          (1 - t) * (1 - t), 2 * t * (1 - t), t * t
        )
        func at(_ first: Int) -> Double {
          let parts: [Double] = [
            start * numbers[first], control * numbers[first + 2], end * numbers[first + 4],
          ]
          return parts.reduce(0, +)
        }
        let (x, y) = (at(0), at(1))
        #expect(view.frame.contains(Frame(x: x, y: y, width: 0, height: 0)))
      }
    }
  }

  @Test func `names of a site`() {
    #expect(
      SiteNames.candidates("Lyon, France: cells", country: "France")
        == ["Lyon, France: cells", "Lyon: cells", "Lyon"])
    #expect(SiteNames.candidates("Lyon plant", country: "France") == ["Lyon plant"])
    #expect(SiteNames.candidates(": cells", country: "France") == [": cells"])
    #expect(SiteNames.candidates("", country: "France") == [""])
  }

  /// Names are whole, lie inside, and hide neither one another nor a mark; long names give way before any is left out.
  @Test(arguments: [3, 12, 40])
  func `names have room`(count: Int) {
    let bounds = Frame(x: 0, y: 0, width: 880, height: 400)
    let sites = (0..<count).map { number -> MapLabels.Site in
      let place: (x: Int, y: Int) = (370 + number * 97 % 140, 140 + number * 53 % 120)
      return MapLabels.Site(
        x: Double(place.x), y: Double(place.y), radius: 5,
        names: ["A long name of site \(number), Country: cells", "Site \(number)"],
        isBold: number == 0, suffix: number == 1 ? " (closed)" : "")
    }
    let marks = sites.map { Frame(x: $0.x - 5, y: $0.y - 5, width: 10, height: 10) }
    let placed = MapLabels(sites, marks: marks, bounds: bounds, size: 11.5)
    #expect(placed.labels.count + placed.unnamed.count == count)
    #expect(Double(placed.labels.count) >= 0.6 * Double(count))
    for (position, label) in placed.labels.enumerated() {
      let site = sites[label.site]
      #expect(site.names.contains { $0 + site.suffix == label.text })
      #expect(bounds.contains(label.frame))
      #expect(!marks.contains { $0.overlaps(label.frame) })
      #expect(!placed.labels.dropFirst(position + 1).contains { $0.frame.overlaps(label.frame) })
    }
    if count == 3 { #expect(placed.labels.allSatisfy { $0.text.hasPrefix("A long name") }) }
  }

  /// Two sites in one place share its name where there is no room for two.
  @Test func `a shared name`() {
    let sites = [0.0, 3].map {
      MapLabels.Site(
        x: 40 + $0, y: 10, radius: 3, names: ["Monterrey"], isBold: false, suffix: "")
    }
    let placed = MapLabels(
      sites, marks: [], bounds: Frame(x: 36, y: 0, width: 80, height: 20), size: 11)
    #expect(placed.labels.count == 1 && placed.unnamed == [])
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

  /// A network in the north shows no emptiness beyond the pole.
  @Test func `nothing beyond the pole`() {
    let view = MapView(
      places: [-80.0, 10, 120].map { Coordinates(latitude: 60, longitude: $0) }, width: 360)
    #expect(view(Coordinates(latitude: 90, longitude: 10)).y < view.frame.height * 0.05)
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
