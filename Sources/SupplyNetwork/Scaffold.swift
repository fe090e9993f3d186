// SupplyNetwork
