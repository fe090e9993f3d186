public import ArgumentParser
public import BenchmarkRuns

extension BenchmarkSet: ExpressibleByArgument {}

extension GrowthChart.Axis: ExpressibleByArgument {}
