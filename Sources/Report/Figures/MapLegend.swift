import FigureDrawing
import SupplyData
import SupplyPlan
import Wording

/// What the lines and marks of a map mean.
struct MapLegend {
  let figure: MapFigure
  /// The value that the widest line stands for, and its width.
  let greatest: Double
  let widest: Double

  /// Lines, then marks.
  var items: [Legend.Item] {
    let placements = PlacementClass.allCases.filter { placement in
      figure.flows.contains { $0.placement == placement }
    }
    let lines = placements.map { placement in
      Legend.Item(label: placement.word, width: 22) { drawing, x, y in
        drawing.line(x, y, x + 22, y, class: "arc solid \(placement.rawValue)")
      }
    }
    let kinds = FacilityKind.allCases.filter { kind in
      figure.sites.contains { $0.facility.kind == kind }
    }
    let shapes = kinds.map { kind in
      Legend.Item(label: SiteMark.word(kind), width: 12) { drawing, x, y in
        SiteMark.draw(&drawing, kind, .kept, x: x + 6, y: y, radius: 5)
      }
    }
    let states = [SiteState.opened, .closed, .idle, .unused].filter { state in
      figure.sites.contains { $0.state == state }
    }
    let fills = states.map { state in
      Legend.Item(label: state.word, width: 12) { drawing, x, y in
        SiteMark.draw(&drawing, .plant, state, x: x + 6, y: y, radius: 5)
      }
    }
    let customer = Legend.Item(label: "customer", width: 10) { drawing, x, y in
      drawing.group(.classes("customer")) { $0.circle(x + 5, y, radius: 3.4, class: "") }
    }
    return lines + gauge + shapes + fills + [customer]
  }

  /// A line of known value: without it widths only compare.
  private var gauge: [Legend.Item] {
    guard greatest > 0 else { return [] }
    let value = NumberFormat.significant(greatest / 2, digits: 1)
    let width = max(0.7, value / greatest * widest)
    let money = figure.context.index.money
    return [
      Legend.Item(label: "\(money(value, digits: 1)) a year", width: 22) { drawing, x, y in
        drawing.append(
          "path",
          [
            .classes("arc gauge"), .plain("stroke-width", Drawing.number(width)),
            .plain("d", "M\(Drawing.number(x)) \(Drawing.number(y))h22"),
          ])
      }
    ]
  }
}
