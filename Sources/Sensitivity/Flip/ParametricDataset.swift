public import SupplyData
public import SupplyNetwork
public import TextFiles

/// A dataset with one number that varies: its network for each value.
public struct ParametricDataset: Sendable {
  /// The files without the change.
  public let source: DatasetSource
  /// The number that varies.
  public let range: RangeExpression

  /// - Parameters:
  ///   - source: the files, with all other changes made.
  ///   - range: the number that varies.
  public init(source: DatasetSource, range: RangeExpression) {
    self.source = source
    self.range = range
  }

  /// The network at a value.
  ///
  /// - Throws: all that is wrong with the dataset then; a change that matches nothing is a fault too.
  public func network(at value: Double) throws(Faults) -> Network {
    let patched = try source.patched(by: [range.patch(at: value)])
    let reading = try patched.reading()
    do throws(Faults) {
      return try Network(reading.dataset)
    } catch {
      throw Faults(error.all.map(patched.relocated))
    }
  }

  /// The networks at both ends of the range and in its middle.
  ///
  /// - Throws: all that makes the dataset invalid at one of them.
  public func probes() throws(Faults) -> (low: Network, middle: Network, high: Network) {
    var networks: [Network] = []
    var faults: [Fault] = []
    for value in [range.low, range.low / 2 + range.high / 2, range.high] {
      do throws(Faults) {
        networks.append(try network(at: value))
      } catch {
        faults += error.all.map { fault in
          var fault = fault
          if fault.file.hasPrefix("--vary") { fault.cause = "at \(value), \(fault.cause)" }
          return fault
        }.filter { fault in !faults.contains { $0.cure == fault.cure && $0.file == fault.file } }
      }
    }
    guard networks.count == 3 else { throw Faults(faults) }
    return (networks[0], networks[1], networks[2])
  }
}
