import Foundation
import TextFiles
import Yams

/// Reads the sweep of a variant.
struct SweepReader {
  let log: FaultLog

  /// The sweep below `sweep`; `nil` where there is none, or none that can be read.
  func sweep(_ variant: YamlFields) -> Sweep? {
    let cure = "Write {axes: {name: [value, …]}}."
    guard let fields = variant.fields("sweep", cure: cure) else { return nil }
    fields.allow(["axes", "samples", "seed"])
    guard let named = fields.fields("axes", cure: cure), !named.entries.isEmpty else {
      fields.refuse("axes", "a sweep has no axes", cure)
      return nil
    }
    let isSample = fields.has("samples")
    var sweep = Sweep(axes: [], sample: nil)
    if isSample {
      let count = fields.wholeNumber("samples", 1...Sweep.mostPoints)
      let seed = fields.has("seed") ? fields.wholeNumber("seed", 0...Int(Int32.max)) : 1
      sweep.sample = Sweep.Sample(count: count, seed: UInt64(seed))
    } else if fields.has("seed") {
      fields.refuse("seed", "a grid has no seed", "Add 'samples', or delete the seed.")
    }
    for (name, key, value) in named.entries {
      if let cause = VariantLibrary.refusal(ofName: name) {
        key.refuse("the axis \(quoted(name)) \(cause)", "Choose another name.")
      }
      guard let values = values(value, named, name, isSample: isSample) else { continue }
      sweep.axes.append(Sweep.Axis(name: name, values: values))
    }
    guard sweep.axes.count == named.entries.count else { return nil }
    return isBounded(sweep, fields) ? sweep : nil
  }

  private func isBounded(_ sweep: Sweep, _ fields: YamlFields) -> Bool {
    guard sweep.sample == nil else { return true }
    var points = 1
    for axis in sweep.axes {
      guard case .listed(let values) = axis.values else { continue }
      points *= values.count
      if points > Sweep.mostPoints {
        fields.refuse(
          "axes", "the grid has more than \(Sweep.mostPoints) points",
          "Shorten the axes, or draw 'samples' from them.")
        return false
      }
    }
    return true
  }

  // MARK: Values

  private func values(_ node: YamlNode, _ named: YamlFields, _ axis: String, isSample: Bool)
    -> Sweep.Values?
  {
    if case .mapping = node.node { return range(node, isSample: isSample) }
    let cure = "Write a list of values, or {start: …, stop: …, step: …}."
    guard let entries = named.list(axis, cure: cure), !entries.isEmpty else {
      if !named.has(axis) { node.refuse("the axis has no values", cure) }
      return nil
    }
    var texts: [String] = []
    for entry in entries {
      guard let text = entry.text?.trimmingCharacters(in: .whitespacesAndNewlines), !text.isEmpty,
        !text.contains(where: { ",@=/".contains($0) })
      else {
        entry.refuse(
          "a value must be one word or number, without ',', '@', '=' and '/'",
          "Values become part of names; put such a text into a patch of a separate variant.")
        return nil
      }
      if texts.contains(text) {
        entry.refuse("the value \(quoted(text)) appears twice", "Delete one of them.")
        return nil
      }
      texts.append(text)
    }
    return .listed(texts)
  }

  private func range(_ node: YamlNode, isSample: Bool) -> Sweep.Values? {
    let cure = "Write {start: …, stop: …} with a step or a count."
    guard let fields = node.fields(cure: cure) else { return nil }
    fields.allow(["start", "stop", "step", "count"])
    let faults = log.faults.count
    for key in ["start", "stop"] where !fields.has(key) {
      node.refuse("the key '\(key)' is missing", cure)
    }
    let start = fields.number("start", .any, or: 0)
    let stop = fields.number("stop", .any, or: 1)
    if faults == log.faults.count, !(stop > start) {
      fields.refuse("stop", "'stop' is not above 'start'", "Swap them.")
    }
    let count: Int
    switch (fields.has("step"), fields.has("count")) {
    case (false, false) where isSample:
      return faults == log.faults.count ? .between(start, stop) : nil
    case (true, false):
      let step = fields.number("step", .positive, or: 1)
      // Steps that would end a rounding error short of the stop still reach it.
      let steps = (stop - start) / step + 1e-9
      count = steps < Double(Sweep.mostPoints) ? Int(max(steps, 0)) + 1 : Sweep.mostPoints + 1
      return faults == log.faults.count
        ? listed(count, fields) { start + Double($0) * step } : nil
    case (false, true):
      count = fields.wholeNumber("count", 2...Sweep.mostPoints)
      return faults == log.faults.count
        ? listed(count, fields) {
          start + (stop - start) * Double($0) / Double(count - 1)
        } : nil
    default:
      node.refuse("a range needs either a 'step' or a 'count'", cure)
      return nil
    }
  }

  private func listed(_ count: Int, _ fields: YamlFields, _ value: (Int) -> Double)
    -> Sweep.Values?
  {
    guard count <= Sweep.mostPoints else {
      fields.refuse(
        "step", "the range has more than \(Sweep.mostPoints) steps", "Widen the step.")
      return nil
    }
    // Twelve digits: 0.1 + 2 × 0.1 is 0.3 in a name.
    return .listed((0..<count).map { NumberText.text(of: value($0), digits: 12) })
  }
}
