"""What people write instead of a country's two letters, where no likeness would find the right code."""

USUAL_SLIPS = {
    "UK": "GB", "GBR": "GB", "ENG": "GB", "USA": "US", "CAN": "CA", "UAE": "AE", "KSA": "SA", "PRC": "CN", "CHN": "CN",
    "IND": "IN", "PHL": "PH", "PAK": "PK", "NGA": "NG", "FRA": "FR", "MEX": "MX", "IRN": "IR", "UKR": "UA", "SYR": "SY",
    "AFG": "AF", "BRA": "BR", "LKA": "LK", "BGD": "BD", "HKG": "HK", "KOR": "KR", "VNM": "VN", "LEB": "LB", "LBN": "LB",
    "EL": "GR", "DEU": "DE", "GER": "DE", "CHE": "CH", "JAP": "JP", "JPN": "JP", "TUR": "TR", "MAR": "MA", "DZA": "DZ",
}  # fmt: skip
