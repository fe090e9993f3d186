import Modeling
package import SupplyData

extension FirstStage {
  /// The openings, modules and stocks at a point.
  package func decisions(at point: [Double], for dataset: Dataset) -> FixedDecisions {
    FixedDecisions(
      open: open.map { $0.map { $0.value(at: point) > 0.5 } },
      modules: count.map { $0.map { Int($0.value(at: point).rounded()) } },
      stock: zip(stock, dataset.buffers).map { values, buffer in
        values.map { max(0, min(buffer.maximum, $0.value(at: point))) }
      })
  }

  /// Puts openings and modules into a point.
  package func set(_ decisions: FixedDecisions, in point: inout [Double]) {
    func set(_ expressions: [[LinearExpression]], _ values: [[Double]]?) {
      for (row, numbers) in zip(expressions, values ?? []) {
        for (expression, number) in zip(row, numbers) {
          for term in expression.terms { point[term.column.index] = number }
        }
      }
    }
    set(open, decisions.open?.map { $0.map { $0 ? 1 : 0 } })
    set(count, decisions.modules?.map { $0.map(Double.init) })
  }
}
