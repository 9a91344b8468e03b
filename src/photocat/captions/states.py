"""American states as they are written behind a town, as patterns."""

WRITTEN_STATES = (
    r"Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida"
    r"|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts"
    r"|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey"
    r"|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island"
    r"|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Wisconsin|Wyoming"
)
"""Those whose names are called nothing else: not Georgia, New York or Washington."""
STATES_OF_OLD = (
    r"Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kans?|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont"
    r"|Nebr?|Nev|N\. ?(?:[HJYCD]|M(?:ex)?)|Okla|Oreg?|Pa|R\. ?I|S\. ?[CD]|Tenn|Tex|Vt|Va|VA|Wash"
    r"|W\. ?Va|Wisc?|Wyo|D\. ?C"
)
"""As they were shortened before letters had codes; a point follows: ``Scranton, Pa.``"""
