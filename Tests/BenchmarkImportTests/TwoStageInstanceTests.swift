import BenchmarkImport
import DatasetWriting
import SupplyData
import SupplyPlan
import Testing

/// Two-stage location: small instances drawn for these tests in the form of Fernandes et al. (2014).
///
/// Their least costs and open sites come from HiGHS 1.16 at a gap of 0, with a program of its own that must serve all demand.
@Suite struct TwoStageInstanceTests {
  struct Instance: CustomTestStringConvertible {
    var optimum: Double
    var plants: [Int]
    var depots: [Int]
    var text: String

    var testDescription: String { text.prefix { $0 != "\n" } + " plants, depots, customers" }
  }

  @Test(arguments: instances, Method.allCases)
  func `the least cost is that of another solver`(_ instance: Instance, _ method: Method) throws {
    let draft = try TwoStageLocation(Array(instance.text.utf8), file: "two-stage")
      .draft(title: instance.testDescription)
    let planned = try draft.expectLeastCost(instance.optimum, method)
    #expect(planned.open(.plant) == instance.plants)
    #expect(planned.open(.warehouse) == instance.depots)
    #expect(planned.warnings.isEmpty)
  }

  static let instances = [
    Instance(
      optimum: 6321, plants: [2, 3], depots: [1, 2, 3],
      text: """
        3 3 4
        12 19 11 14
        21 320
        33 366
        32 297
        41 44 35
        42 39 38
        44 36 40
        26 112
        17 53
        15 99
        55 55 55 65
        63 55 61 65
        58 61 55 63
        """),
    Instance(
      optimum: 8250, plants: [1, 3], depots: [1, 3, 4],
      text: """
        3 5 6
        10 11 11 15 12 20
        35 254
        34 355
        45 209
        43 39 35 35 40
        42 40 41 41 43
        37 43 37 38 38
        37 142
        24 115
        32 97
        39 119
        31 106
        55 57 60 57 57 63
        63 60 63 65 63 57
        62 61 63 60 64 60
        60 62 57 61 62 65
        63 58 62 59 62 63
        """),
    Instance(
      optimum: 15136, plants: [2, 4], depots: [2, 3, 5],
      text: """
        4 6 9
        13 19 18 12 15 19 17 20 19
        54 266
        88 341
        50 259
        80 249
        35 45 36 37 44 35
        39 35 39 42 44 41
        41 41 44 42 37 40
        36 35 37 42 38 39
        68 79
        72 131
        73 69
        68 116
        63 99
        47 144
        65 61 65 59 61 63 61 64 60
        63 64 61 64 58 60 65 55 59
        64 65 57 60 63 64 64 56 65
        58 65 64 59 59 56 56 62 65
        62 56 60 56 61 57 55 59 61
        61 56 55 64 64 55 61 64 60
        """),
    Instance(
      optimum: 15988, plants: [2, 5], depots: [1, 3, 4, 5],
      text: """
        5 7 12
        13 14 11 16 17 12 11 11 10 16 18 14
        105 337
        102 292
        57 270
        68 399
        87 244
        36 44 40 45 41 43 38
        37 38 42 39 36 43 39
        35 39 44 39 43 38 41
        41 44 39 41 42 37 38
        39 39 35 36 35 42 45
        46 74
        56 71
        53 89
        41 87
        81 130
        56 143
        57 97
        59 63 63 65 62 60 57 65 58 56 61 58
        65 65 62 59 57 60 61 64 60 65 63 58
        60 56 55 58 59 64 64 58 56 60 57 59
        62 55 55 60 56 59 65 60 55 60 59 60
        57 65 61 64 65 56 59 64 58 62 59 57
        59 61 64 57 60 64 55 60 55 62 57 60
        60 59 64 56 62 58 61 58 56 55 55 55
        """),
  ]
}
