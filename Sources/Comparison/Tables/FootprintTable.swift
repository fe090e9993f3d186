import FigureDrawing
import Wording
import Findings

extension Footprints {
  /// The facilities of each footprint, for other programs; letters are given anew for each question.
  static func table(of groups: [(key: RunGroup.Key, footprints: Footprints)]) -> Table {
    var table = Table(
      "footprints", "A facility of a footprint; one without any has one row without a facility.",
      [
        .init("dataset", "the dataset's folder"), .init("command", "the command"),
        .init("options", "its options, as they are typed"),
        .init("footprint", "the letter, which holds for this dataset, command and options"),
        .init("runs", "how many of the runs have it; 0 where it only comes within the gap of one"),
        .init("facility", "a facility that is open in the last period"),
      ])
    for (key, footprints) in groups {
      for footprint in footprints.all {
        let facilities: [String?] =
          footprint.facilities.isEmpty ? [nil] : footprint.facilities.sorted()
        for facility in facilities {
          table.add([
            .text(key.dataset), .text(key.command), .text(key.optionsText),
            .text(footprint.letter), .whole(footprint.count), .init(facility),
          ])
        }
      }
    }
    return table
  }

  /// What the footprints of some runs add to the most frequent one of all, and what they leave out, for a reader.
  func legend(of runs: [RunFacts]) -> Section.Block {
    let counts = Dictionary(grouping: runs.compactMap(\.footprint), by: { $0 })
      .mapValues(\.count)
    let near = Set(runs.compactMap { $0.verdict?.nearest?.facilities })
    // A is told always: the others are told against it.
    let shown = all.filter {
      counts[$0.facilities] != nil || near.contains($0.facilities) || $0 == all.first
    }
    let table = Table(
      [
        .text("Footprint"), .whole("Runs"), .text("Added compared with A"),
        .text("Missing compared with A"),
      ],
      rows: shown.map { footprint in
        let difference = difference(of: footprint)
        return [.text(footprint.letter), .whole(counts[footprint.facilities] ?? 0)]
          + [difference.has, difference.lacks].map { .text(Self.listed($0)) }
      })
    let usual = all.first.map { "A is \(Self.listed($0.facilities.sorted()))." } ?? ""
    return .table(title: "Footprints", table, note: usual)
  }

  private static func listed(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.joined(separator: ", ")
  }
}
